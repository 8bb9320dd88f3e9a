import { withheldGroups } from "@/lib/access/privacy";
import { grouped } from "@/lib/grouped";
import { type AnswerRow, type Classes, classesOf, type Scale, type Shown, scaleOf } from "./figures";
import { overall } from "./summarise";

/** Where the person of a response worked that day; null where that is not known. */
export type UnitOf = { responseId: string; unitId: string | null; unit: string | null };
/** `people` is null where the unit is withheld. */
export type UnitRow = { id: string; name: string; people: number | null; classes: Shown<Classes>; scale: Shown<Scale> };

/**
 * The answers of people by the unit they worked in. Of each figure a unit is withheld under the minimum, and so are as many others as it takes
 * that the total less what is shown does not tell it. Which ones does not depend on who looks; `mayShow` then leaves out whole units.
 */
export function byUnit(
  rows: readonly AnswerRow[],
  units: readonly UnitOf[],
  minimum: number,
  mayShow: (unitId: string) => boolean,
): UnitRow[] {
  const unitOf = new Map(units.map(({ responseId, unitId }) => [responseId, unitId ?? ""]));
  const rowsOf = grouped(rows, ({ responseId }) => unitOf.get(responseId) ?? "");
  const figures = [...grouped(units, ({ unitId }) => unitId ?? "")].map(([id, own]) => {
    const answers = overall(rowsOf.get(id) ?? []);
    return {
      id,
      name: own[0]?.unit ?? null,
      people: own.length,
      classes: classesOf(answers, 0),
      scale: scaleOf(answers, 0),
    };
  });
  const peopleOf = (shown: Shown<{ people: number }>) => (shown.kind === "shown" ? shown.value.people : 0);
  const hiddenBy = (count: (one: (typeof figures)[number]) => number) =>
    withheldGroups(
      figures.map((one) => ({ id: one.id, people: count(one) })),
      minimum,
    );
  const hidden = {
    people: hiddenBy(({ people }) => people),
    classes: hiddenBy(({ classes }) => peopleOf(classes)),
    scale: hiddenBy(({ scale }) => peopleOf(scale)),
  };
  return figures.flatMap(({ id, name, people, classes, scale }): UnitRow[] => {
    if (name === null || !mayShow(id)) return [];
    const isAway = hidden.people.has(id);
    return [
      {
        id,
        name,
        people: isAway ? null : people,
        classes: isAway || hidden.classes.has(id) ? { kind: "withheld" } : classes,
        scale: isAway || hidden.scale.has(id) ? { kind: "withheld" } : scale,
      },
    ];
  });
}
