import type { Formats } from "@/lib/format/formats";
import type { MissedConcept, MissedVerdict } from "@/lib/work/missed/missed-concepts";

export const verdictTitles: Record<MissedVerdict, string> = {
  revise: "Missed and still going wrong: revise the content",
  gone: "Missed, and going wrong less since people passed",
  unclear: "Missed; production cannot tell",
  seldom: "Seldom missed",
  "too-few": "Too few tries to tell",
};

/** What production shows of those who missed a concept at first and passed it later. */
export function recurrenceWords(
  { recurrence, passed }: Pick<MissedConcept, "recurrence" | "passed">,
  minimum: number,
  formats: Formats,
): string {
  switch (recurrence.kind) {
    case "no-task":
      return "No task calls for it, so no work tells of it";
    case "withheld":
      return `Withheld: fewer than ${minimum} people missed it, passed later and did such work before and after`;
    case "too-few":
      return passed === 0
        ? "Nobody missed it and passed later"
        : "Too few jobs of those who passed later, before or since";
    case "told": {
      const { people, jobs, before, after, change } = recurrence;
      const per = (value: number) => formats.figure(value * 100);
      const range = change
        ? `change ${formats.number(change[0] * 100, { decimals: 1, signed: true })} to ${formats.number(change[1] * 100, { decimals: 1, signed: true })}`
        : "no interval: everybody alike";
      return `${per(before)} troubles per 100 jobs before they passed, ${per(after)} since (${range}; ${formats.number(people)} people, ${formats.number(jobs)} jobs)`;
    }
  }
}

/** Why content about a concept is to be revised. */
export function missedWords(concept: MissedConcept & { name: string }, minimum: number, formats: Formats): string {
  const { share, people, consistent, name, verdict } = concept;
  const often = `${formats.percent(share ?? 0)} of ${formats.number(people)} people missed “${name}” at first${consistent ? ", in both halves of the year" : ""}.`;
  const so = verdict === "revise" ? "It goes on going wrong at work" : "Production cannot say that it is settled";
  return `${often} ${so}: ${recurrenceWords(concept, minimum, formats)}.`;
}
