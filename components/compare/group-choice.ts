import { type Condition, conditionText, parseGroup } from "@/lib/access/group-rule";
import type { GroupOffer } from "@/lib/compare/comparison";

/** A condition as the form holds it: what kind it is of, which one, and for learning when. `id` tells the rows of a group apart. */
export type Chosen = { id: number; kind: string; value: string; window: string };

type Options = ({ label: string; options: { value: string; label: string }[] } | { value: string; label: string })[];

/** The kinds of condition, with what may be chosen of each; kinds nobody can be told apart by are left out. */
export function kindsOf(offer: GroupOffer): { kind: string; label: string; values: Options }[] {
  const place = (label: string) => offer.places.find((one) => one.label === label)?.options ?? [];
  const learning: Options = [
    { value: "any", label: "Any learning" },
    { value: "delivery:in_flow", label: "In the flow of work" },
    { value: "delivery:destination", label: "At a destination" },
    ...(offer.formats.length > 0
      ? [{ label: "Formats", options: offer.formats.map((one) => ({ ...one, label: codeName(one.label) })) }]
      : []),
    ...(offer.surfaces.length > 0 ? [{ label: "Tools", options: offer.surfaces }] : []),
    ...(offer.activities.length > 0 ? [{ label: "Activities", options: offer.activities }] : []),
  ];
  const all = [
    { kind: "unit", label: "Unit, with those below", values: place("Units") },
    { kind: "site", label: "Site", values: place("Sites") },
    { kind: "role", label: "Role", values: place("Roles") },
    { kind: "team", label: "Team", values: place("Teams") },
    { kind: "tenure", label: "Tenure", values: tenures },
    {
      kind: "hired",
      label: "Hired in",
      values: offer.quarters.map((value) => ({ value, label: value.replace("-", " ") })),
    },
    { kind: "exposed", label: "Used learning", values: learning },
    { kind: "unexposed", label: "Did not use learning", values: learning },
    {
      kind: "arm",
      label: "Arm of an initiative",
      values: offer.arms.map((one) => ({ ...one, value: one.value.slice(4) })),
    },
    {
      kind: "cohort",
      label: "Kept cohort",
      values: offer.cohorts.map((one) => ({ ...one, value: one.value.slice(7) })),
    },
    { kind: "all", label: "Everybody", values: [{ value: "all", label: "All you may see" }] },
  ];
  return all
    .filter(({ values }) => values.length > 0)
    .map((one) => ({
      ...one,
      // The values of a place carry its kind, as scopes do.
      values: one.values.map((option) =>
        "options" in option || !option.value.startsWith(`${one.kind}:`)
          ? option
          : { ...option, value: option.value.slice(one.kind.length + 1) },
      ),
    }));
}

/** A code of a file for people: `scenario_card` is `Scenario card`. */
export const codeName = (code: string) => {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const tenures = [
  { value: "0-1", label: "Under 1 year" },
  { value: "1-3", label: "1 to 3 years" },
  { value: "3-5", label: "3 to 5 years" },
  { value: "5-10", label: "5 to 10 years" },
  { value: "10-", label: "10 years or more" },
];

/** A group of the address, for the form. */
export function chosenOf(conditions: readonly Condition[]): Chosen[] {
  return conditions.map((condition, id) => {
    const text = conditionText(condition);
    if (condition.kind === "all") return { id, kind: "all", value: "all", window: "" };
    const value = text.slice(condition.kind.length + 1);
    const [named = "", window = ""] = value.split("@");
    return condition.kind === "exposed" || condition.kind === "unexposed"
      ? { id, kind: condition.kind, value: named, window }
      : { id, kind: condition.kind, value, window: "" };
  });
}

/** What the form holds as a group of the address; empty where nothing, or nothing whole, is chosen. */
export function textOfChosen(chosen: readonly Chosen[]): string {
  const parts = chosen.flatMap(({ kind, value, window }) => {
    if (kind === "all") return ["all"];
    if (!kind || !value) return [];
    return [`${kind}:${value}${window ? `@${window}` : ""}`];
  });
  const text = parts.join("~");
  return parseGroup(text) ? text : "";
}
