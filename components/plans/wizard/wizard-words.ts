import { unitOf } from "@/lib/evaluation/unit-of";
import { type Formats, formatsFor } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { periodWords } from "@/lib/initiatives/words";
import type { Choices, PlannableDesign } from "@/lib/plans/wizard/choices";
import { type Money, moneyOf } from "@/lib/plans/wizard/detectable";
import type { Judged, Obstacle } from "@/lib/plans/wizard/judge-designs";
import type { Subject } from "@/lib/plans/wizard/read-wizard";

type Kpi = Subject["kpi"];

/** A difference of the KPI without its sign: `2.3 points`. */
export function amountText(kpi: Kpi, formats: Formats, effect: number): string {
  const scale = effectScale(kpi, { transform: {} });
  return formats.measure(scale.value(effect), scale.unit, { significant: 2 });
}

export const meanText = (kpi: Kpi, formats: Formats, mean: number) =>
  formats.measure(mean, unitOf(kpi), unitOf(kpi) === "share" ? { decimals: 1 } : { significant: 3 });

/** The unit a worthwhile effect is typed in. */
export const typedUnit = (kpi: Kpi) => effectScale(kpi, { transform: {} }).unit || "the KPI’s unit";

/** Which way an effect would go: what is wanted, or for "not worse" what is feared. */
export function wayOf({ direction }: Kpi, question: "better" | "not_worse"): "fall" | "rise" {
  return (direction === "down") === (question === "better") ? "fall" : "rise";
}

/** The plain answer where what would be worth it lies below what can be seen. */
export const cannotSee = {
  better: "You cannot see this effect with this design.",
  not_worse: "You cannot show “not worse” by this margin with this design.",
};

export function counted(count: number, one: string, many: string, formats: Formats): string {
  return `${formats.number(count)} ${count === 1 ? one : many}`;
}

/** `12 teams trained, 12 not` and its like. */
export function lotsText({ design, lots }: Judged, waves: number, formats: Formats): string {
  const [one, many] = lots.byTeam ? ["team", "teams"] : ["person", "people"];
  const all = counted(lots.treated + lots.control, one, many, formats);
  if (design === "phased") return `${all} in ${waves} waves`;
  if (design === "before_after") return `${all}, nobody to compare with`;
  return `${all} (${formats.number(lots.treated)} trained, ${formats.number(lots.control)} not)`;
}

/** `12 weeks (3 whole months)`; of a phased roll-out from wave to wave. */
export function timeText(subject: Subject, choices: Pick<Choices, "weeks" | "every">, formats: Formats): string {
  const [one, many] = periodWords(subject.kind);
  const phased = subject.chosen.design === "phased";
  const [weeks, count] = phased ? [choices.every, subject.every] : [choices.weeks, subject.after];
  const per = phased ? " from wave to wave" : "";
  return `${counted(weeks, "week", "weeks", formats)}${per} (${counted(count, `whole ${one}`, `whole ${many}`, formats)})`;
}

/** What an effect is worth in a year, or why nobody can say. */
export function moneyText(subject: Subject, effect: number, formats: Formats): string {
  const money: Money = moneyOf(effect, subject.money);
  const own = subject.kpi.currency ? formatsFor({ locale: formats.locale, currency: subject.kpi.currency }) : formats;
  if (money.kind === "money") {
    const whom = subject.level === "person" ? "people" : "teams";
    return `${own.money(money.aYear, { compact: true, significant: 2 })} a year for the ${formats.number(subject.money.carriers)} ${whom} chosen`;
  }
  if (money.why === "no-value") return "unknown, because the KPI has no value per unit";
  return "unknown, because nobody counts how often it arises";
}

export const obstacleText: Record<Obstacle, string> = {
  "no-lots": "Chance may not decide who starts.",
  "nobody-waits": "Nobody may wait until the comparison is over, so there would be nobody to compare with.",
  "shared-in-teams": "People of a team share what they learn, so it would reach those it is compared with.",
  "team-kpi": "This KPI exists by team only, so people cannot be compared.",
  "too-few-teams": "It takes four teams at least.",
  "all-at-once": "Everybody starts at once, so nobody starts later.",
  "too-few-lots": "There are too few to draw among.",
  "no-start-teams": "Pick the teams that start; the others are the comparison.",
  "no-event": "The KPI is no event that happens or not.",
  "not-estimable": "It can be done, but the history is too short or too thin to say what it would see.",
  nobody: "Nobody is chosen.",
};

export const designWhy: Record<PlannableDesign, string> = {
  randomised: "Lots among people decide who is trained. Nothing else can explain a difference.",
  cluster_randomised: "Lots among whole teams, so that what is shared stays on its side.",
  phased: "Everybody is trained in the end; lots decide the order, and those who wait are the comparison.",
  comparison: "Those who start are compared with those who do not. The two may differ in more than the programme.",
  before_after: "The same people before and after. Whatever else happened then counts as the programme’s doing.",
  time_to_event: "How soon something happens, among those trained and those not.",
};

/** How the detectable effect was computed: the formula, what it assumes, and where its numbers come from. */
export const methodWords: Record<string, { name: string; formula: string; assumption: string }> = {
  plan_two_means_ancova: {
    name: "Two groups of people, adjusted for the baseline",
    formula:
      "error² = SD² × (1 − r²) × (1/trained + 1/not trained); t with people − 4 degrees of freedom (Cohen 1988; Frison and Pocock 1992)",
    assumption: "People are independent of each other.",
  },
  plan_clusters_ancova: {
    name: "Two groups of teams, adjusted for the baseline",
    formula:
      "error² = SD of what the baseline leaves² × (1 + ((cv² + 1) × size − 1) × ICC) / size × (1/trained + 1/not trained) over teams; t with teams − 3 degrees of freedom (Donner and Klar 2000; Eldridge et al. 2006)",
    assumption: "Teams are independent of each other, and alike inside as in the history.",
  },
  plan_roll_out_rehearsed: {
    name: "Phased roll-out, rehearsed on the history",
    formula:
      "The waves are drawn 300 times over the latest periods, in which nobody was started; error = standard deviation of the effects found (group-time effects, not yet treated as comparison); t with lots − waves degrees of freedom",
    assumption: "The coming periods vary as the latest ones did.",
  },
  plan_clusters_change: {
    name: "Change of teams against change of other teams",
    formula:
      "As for two groups of teams, with the spread and likeness of people’s changes; t with teams − 2 degrees of freedom (Donner and Klar 2000)",
    assumption: "Both sides would have changed alike without the programme.",
  },
  plan_two_means_change: {
    name: "Change of people against change of other people",
    formula: "error² = SD of change² × (1/trained + 1/not trained); t with people − 2 degrees of freedom",
    assumption: "Both sides would have changed alike without the programme.",
  },
  plan_segmented: {
    name: "Before and after, rehearsed on the history",
    formula:
      "Segmented regression with a break nobody made at the end of the history; Newey-West error of the level change (Wagner et al. 2002)",
    assumption: "The trend would have gone on, and nothing else happens.",
  },
};

export const alternativeWords: Record<string, string> = {
  all: "Take everybody who was chosen",
  "half-more": "Half as many again",
  twice: "Twice as many",
  slower: "Twice as long from wave to wave",
  "more-waves": "One wave more",
  longer: "Twice as long a follow-up",
  baseline: "Twice as long a baseline",
  halves: "Train half of them",
  log: "Compare logarithms",
  randomised: "Draw lots among people",
  cluster_randomised: "Draw lots among teams",
  phased: "Roll out in waves",
  comparison: "Compare with others",
};
