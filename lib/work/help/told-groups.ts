import "server-only";
import type { SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import type { Bounds } from "@/lib/access/scope";
import { withoutLoops } from "@/lib/rollups/without-loops";
import type { WorkPeriod } from "@/lib/work/figures/work-period";
import { type HelpGroups, type HelpRow, helpGroups } from "./help-figures";
import { helpBy, helpRest, type ShownGroups } from "./help-sql";

type Question = { orgId: string; bounds: Bounds; period: WorkPeriod };

/** What is withheld with a group, and the people of a row by whom the smallest one is found. */
const kinds = [
  { left: "requests", refused: "all", peopleOf: ({ askers }: HelpRow) => askers },
  { left: "minutes", refused: "time", peopleOf: ({ helpers }: HelpRow) => helpers },
  { left: "cost", refused: "pay", peopleOf: ({ paid }: HelpRow) => paid },
] as const;

/**
 * Help requests by a column, as they may be shown beside the total. The same people ask and help in several groups, so that sizes do not add up to
 * people: who is left when the shown groups are taken from the total is counted, and the smallest shown group is withheld as well until that is
 * nobody or at least the minimum.
 */
export async function toldGroups(tx: Tx, question: Question, by: SQL, minimum: number): Promise<HelpGroups> {
  const ask = async <Row extends Record<string, unknown>>(statement: SQL) =>
    (await withoutLoops(tx, true, () => tx.execute<Row>(statement))).rows;
  const rows = await ask<HelpRow>(helpBy(question, by, minimumPeople(minimum)));
  const refused = { all: new Set<string>(), time: new Set<string>(), pay: new Set<string>() };
  for (;;) {
    const found = helpGroups(rows, minimum, refused);
    const shown = shownOf(found);
    const [left] = await ask<Record<keyof ShownGroups, number>>(helpRest(question, by, shown));
    const more = kinds.flatMap(({ left: kind, refused: set, peopleOf }) => {
      const [smallest] = rows
        // One nobody answered is told as not known; to withhold it would take nobody away.
        .filter((row) => shown[kind].includes(row.id) && peopleOf(row) > 0)
        .toSorted((one, other) => peopleOf(one) - peopleOf(other) || (one.id < other.id ? -1 : 1));
      return left && smallest && isSmallGroup(left[kind], minimum) ? [{ set, id: smallest.id }] : [];
    });
    if (more.length === 0) return found;
    for (const { set, id } of more) refused[set].add(id);
  }
}

function shownOf({ groups }: HelpGroups): ShownGroups {
  const told = (name: "minutes" | "cost") => groups.filter((group) => group[name] !== "withheld").map(({ id }) => id);
  return { requests: groups.map(({ id }) => id), minutes: told("minutes"), cost: told("cost") };
}
