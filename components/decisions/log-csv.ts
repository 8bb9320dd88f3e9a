import { type Decision, stateOf } from "@/lib/decisions/decision";
import { decisionKindWords } from "@/lib/decisions/kinds";
import type { Formats } from "@/lib/format/formats";
import { afterWords, gradeText, stateWords } from "./decision-words";
import { effectText } from "./evidence-facts";

export const logCsvHeader = [
  "Decision",
  "Kind",
  "About",
  "Evidence then",
  "What could be said",
  "Effect then",
  "Data version then",
  "Decided on",
  "Decided by",
  "Reason",
  "Recorded on",
  "Recorded by",
  "Review",
  "Reviewed on",
  "What happened after",
];

/** Decisions as rows of a file; days as ISO writes them. */
export async function* logCsvRows(
  batches: AsyncIterable<readonly Decision[]>,
  formats: Formats,
): AsyncGenerator<(string | null)[][]> {
  const today = new Date().toISOString().slice(0, 10);
  for await (const batch of batches) yield batch.map((one) => rowOf(one, today, formats));
}

function rowOf(one: Decision, today: string, formats: Formats): (string | null)[] {
  const { claim, dataVersion } = one.evidence;
  const claimed = claim?.kind === "claimed" ? claim : null;
  return [
    one.title,
    decisionKindWords[one.kind],
    one.initiative ?? one.evidence.initiative ?? null,
    claim && gradeText(claim),
    claimed?.sentence ?? null,
    claimed && effectText(claimed, formats),
    dataVersion,
    one.decidedOn,
    one.decidedBy,
    one.reason,
    one.recordedOn,
    one.recordedBy,
    stateWords(stateOf(one, today), one, formats),
    one.reviews.at(-1)?.reviewedOn ?? null,
    afterWords(one),
  ];
}
