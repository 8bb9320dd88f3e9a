import type { Condition } from "@/lib/access/group-rule";
import type { ComparisonClaim, Grade, PairDifference } from "./comparison";
import type { Look } from "./input";

/** What the grade is computed from; nothing else counts, and nobody types a grade in. */
type Evidence = {
  /** A difference could be estimated. */
  estimated: boolean;
  /** There is a comparison among people alike in what is known of them before. */
  adjusted: boolean;
};

type Rule = { grade: Grade; needs: string; holds(evidence: Evidence): boolean };

/** Read from above; the first rule that holds gives the grade. Above C stands only what was planned: an initiative. */
const gradeRules: readonly Rule[] = [
  { grade: "E", needs: "No difference could be estimated.", holds: ({ estimated }) => !estimated },
  {
    grade: "C",
    needs:
      "Two groups, compared also among people alike in tenure, role and where they stood before; nobody drew lots and nothing was registered.",
    holds: ({ adjusted }) => adjusted,
  },
  { grade: "D", needs: "Groups compared as they are.", holds: () => true },
];

type Facts = {
  /** `change` where what people differed in before cancels already. */
  look: Look | "change";
  /** Of each group. */
  conditions: readonly (readonly Condition[])[];
  /** Whatever the conditions say: people chose what parts them. */
  chosen?: boolean;
  /** The headline; `shown` where its interval excludes no difference. */
  main: (Pick<PairDifference, "estimate" | "sentence"> & { shown: boolean }) | undefined;
  adjusted: boolean;
  whyNotAdjusted: string | null;
  pairs: number;
  limits: readonly string[];
};

/** Whether a rule names what people used, which is their own choice. */
const choosesUse = (conditions: readonly Condition[]): boolean =>
  conditions.some(({ kind }) => kind === "exposed" || kind === "unexposed");

const selfSelection =
  "People chose themselves: whoever uses learning often differs from who does not in ways no data here show, such as motivation, time or a helpful manager.";

const chose = "People chose themselves, so other causes may explain it.";
const other = "Other causes may explain it.";

/** Grade, reasons, limits and what would raise it. */
export function claimFor({
  look,
  conditions,
  chosen,
  main,
  adjusted,
  whyNotAdjusted,
  pairs,
  limits,
}: Facts): ComparisonClaim {
  const estimated = main?.estimate.kind === "estimate";
  const grade = gradeRules.find((rule) => rule.holds({ estimated, adjusted }))?.grade ?? "E";
  const byUse = chosen === true || conditions.some(choosesUse);
  const because = [
    ...(byUse ? [selfSelection] : ["Nobody drew lots, so the groups may differ in more than what they are called by."]),
    ...(estimated && !adjusted ? [whyNotAdjusted ?? "There is no comparison among people alike before."] : []),
    "Nothing was registered before it was looked at.",
  ];
  const raise = [
    "Design an initiative: draw lots among people or teams, or let them start in waves, and register the plan first.",
    ...(estimated && !adjusted
      ? ["Bring in tenure, role and values of an earlier period, so that alike people can be compared."]
      : []),
    ...(look === "level"
      ? ["Look at the change since an earlier period, so that what the groups differed in before cancels."]
      : []),
  ];
  return {
    grade,
    selfSelected: byUse,
    sentence: main
      ? `${main.sentence}${main.shown ? ` ${byUse ? chose : other}` : ""}`
      : "No difference could be estimated.",
    because,
    raise,
    limits: [
      ...limits,
      "A group may be looked at in many ways: one difference in twenty looks clear by chance alone.",
      ...(pairs > 1 ? ["With several pairs p values are adjusted by Holm; intervals are each their own."] : []),
    ],
  };
}
