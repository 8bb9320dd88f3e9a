import type { depths, risks } from "@/db/schema/taxonomy";

export type Risk = (typeof risks)[number];
export type Depth = (typeof depths)[number];
export type Advice = "just-in-time" | "just-in-time-checked" | "short-practice" | "intensive-practice";
export type Modality = "in-flow" | "practice" | "course" | "other";
export type Mix = "formal" | "social" | "experiential";

/** Which support a skill calls for: just in time for routine, repeatable work; intensive practice for what is complex or carries high risk. */
export function adviceFor(risk: Risk, depth: Depth): Advice {
  if (depth === "complex") return "intensive-practice";
  if (depth === "applied") return risk === "high" ? "intensive-practice" : "short-practice";
  return risk === "high" ? "just-in-time-checked" : "just-in-time";
}

export const adviceWords: Record<Advice, { name: string; why: string }> = {
  "just-in-time": { name: "Just in time", why: "Routine and repeatable: knowing it at the moment of need is enough" },
  "just-in-time-checked": {
    name: "Just in time, checked",
    why: "Routine, but a slip is costly: help at hand and a check that it was followed",
  },
  "short-practice": {
    name: "Short practice",
    why: "Applied in changing situations: a few tries with feedback, close to the work",
  },
  "intensive-practice": {
    name: "Intensive practice",
    why: "Complex or of high risk: it takes repeated practice with feedback before live work",
  },
};

const practised = [
  "scenario",
  "scenario_card",
  "simulation",
  "role_play",
  "practice",
  "case",
  "workshop",
  "cohort_programme",
  "coaching",
];
const taught = ["course", "video", "certification", "e_learning", "webinar", "reading", "quiz", "exam"];
const intensive = ["simulation", "role_play", "practice", "workshop", "cohort_programme", "coaching", "scenario"];
const together = ["cohort_programme", "coaching", "mentoring", "workshop", "community", "peer_review", "discussion"];

type Offer = { format: string | null; delivery: "in_flow" | "destination" | null };

/** How an activity teaches, by its format, else by where it is delivered. */
export function modalityOf({ format, delivery }: Offer): Modality {
  if (format !== null && practised.includes(format)) return "practice";
  if (format !== null && taught.includes(format)) return "course";
  return delivery === "in_flow" ? "in-flow" : "other";
}

/** Formal is taught apart from work, social is learned with others, experiential in or beside the work itself. */
export function mixOf({ format, delivery }: Offer): Mix | null {
  if (format !== null && together.includes(format)) return "social";
  if (format !== null && taught.includes(format)) return "formal";
  if (delivery === "in_flow" || (format !== null && practised.includes(format))) return "experiential";
  return delivery === "destination" ? "formal" : null;
}

/** Why an activity does not fit what its skill calls for; null where it does, or its way of teaching is not known. */
export function mismatchOf(offer: Offer, advice: Advice): string | null {
  const modality = modalityOf(offer);
  if (modality === "other") return null;
  const isInFlow = offer.delivery === "in_flow";
  switch (advice) {
    case "just-in-time":
      return isInFlow ? null : "time away from work for what a hint at the moment of need would do";
    case "just-in-time-checked":
      return isInFlow || offer.format === "certification"
        ? null
        : "time away from work, and nothing checks that it is followed";
    case "short-practice":
      return modality === "course" ? "told, not tried" : null;
    case "intensive-practice":
      if (offer.format !== null && intensive.includes(offer.format)) return null;
      return modality === "course"
        ? "told, not practised, although much hangs on it"
        : "help at hand alone, although it takes practice";
  }
}
