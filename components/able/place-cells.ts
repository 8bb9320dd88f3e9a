import type { Cell, Column } from "@/components/ui/table-types";
import type { AblePlace, AbleWork } from "@/lib/able/able";
import type { Formats } from "@/lib/format/formats";

/** How the people of a place stand and how good their work is, of a task. */
export const placeColumns: Column[] = [
  { id: "people", header: "People", align: "end", wide: true },
  { id: "alone", header: "Alone", align: "end" },
  { id: "helped", header: "With help", align: "end", wide: true },
  { id: "notYet", header: "Not yet", align: "end", wide: true },
  { id: "unclear", header: "Too little known", align: "end", wide: true },
  { id: "unseen", header: "Nobody has looked", align: "end", wide: true },
  { id: "quality", header: "Quality", align: "end", wide: true },
  { id: "errors", header: "Errors", align: "end", wide: true },
  { id: "assisted", header: "Jobs with help", align: "end", wide: true },
];

const untold = { few: "Too few seen", guarded: "Withheld" } as const;

export function placeCells(state: AblePlace["state"], formats: Formats): Record<string, Cell> {
  if (state.kind === "withheld")
    return { people: { text: "Withheld", sort: -1 }, alone: { text: "Withheld", sort: -1 } };
  const { people, standing, work } = state;
  const number = (value: number): Cell => ({ text: formats.number(value), sort: value });
  const cells = {
    people: number(people),
    quality: workCell(work.quality, formats),
    errors: workCell(work.errors, formats),
    assisted: workCell(work.assisted, formats),
  };
  if (standing.kind === "few" || standing.kind === "guarded") {
    return { ...cells, alone: { text: untold[standing.kind], sort: -1 } };
  }
  const rest = { unclear: number(standing.unclear), unseen: number(standing.unseen) };
  if (standing.kind === "nobody") return { ...cells, ...rest, alone: { text: "Nobody seen", sort: -0.5 } };
  const { alone, interval, helped, notYet } = standing;
  const share = formats.estimate(alone / people, interval, "share");
  return {
    ...cells,
    ...rest,
    alone: { text: `${formats.number(alone)} of ${formats.number(people)}, ${share}`, sort: alone / people },
    helped: number(helped),
    notYet: number(notYet),
  };
}

function workCell(work: AbleWork, formats: Formats): Cell {
  if (work.kind === "nobody") return null;
  if (work.kind !== "told") return { text: work.kind === "few" ? "Too few" : "Withheld", sort: -1 };
  return { text: formats.percent(work.value, { decimals: 1 }), sort: work.value };
}
