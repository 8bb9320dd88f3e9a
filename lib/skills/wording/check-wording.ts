import { insideRules } from "./inside";
import { openings } from "./openings";

/** `proposal` is the whole statement rewritten; where it holds `blank`, a person has to fill in something first. */
export type WordingFinding = {
  rule: string;
  /** Where in the text: from the first character up to, not including, `end`. */
  start: number;
  end: number;
  reason: string;
  proposal: string | null;
};

const fewestWords = 3;
const mostWords = 25;

/**
 * What in a statement of a behaviour could not be seen by somebody standing beside it, in the order of the text. Nothing: it reads well.
 * English only. After the rules of observable behaviour in Mager, Preparing Instructional Objectives (1997), and of behaviourally anchored
 * scales (Smith and Kendall 1963).
 */
export function checkWording(statement: string): WordingFinding[] {
  const findings: WordingFinding[] = [];
  const note = (finding: WordingFinding) => {
    if (findings.every(({ start, end }) => finding.end <= start || finding.start >= end)) findings.push(finding);
  };
  const opening = openingOf(statement);
  if (opening) note(opening);
  for (const { rule, reason, find, rewrite } of insideRules) {
    for (const match of find(statement)) {
      note({ rule, start: match.start, end: match.end, reason, proposal: rewrite(statement, match) });
    }
  }
  const length = lengthOf(statement);
  if (length && findings.length === 0) findings.push(length);
  return findings.sort((a, b) => a.start - b.start);
}

function openingOf(statement: string): WordingFinding | null {
  const start = statement.length - statement.trimStart().length;
  const text = statement.slice(start).trimEnd();
  for (const { rule, pattern, reason, rewrite } of openings) {
    const found = pattern.exec(text)?.[0];
    if (!found) continue;
    const rest = text.slice(found.length).trim().replace(/\.$/, "");
    // Of a trait nothing need follow; elsewhere there is nothing to rewrite without it.
    const proposal = rest === "" && rule !== "attitude" && rule !== "quality" ? null : rewrite(rest, found);
    return { rule, start, end: start + found.length, reason, proposal };
  }
  return null;
}

function lengthOf(statement: string): WordingFinding | null {
  const words = statement.trim().split(/\s+/).filter(Boolean).length;
  const finding = { rule: "length", start: 0, end: statement.length, proposal: null };
  if (words > 0 && words < fewestWords) return { ...finding, reason: "Say what is done, with what, and when" };
  return words > mostWords
    ? { ...finding, reason: `At most ${mostWords} words can be read while watching somebody` }
    : null;
}
