import { expect, test } from "vitest";
import { type Sources, type Triangulation, triangulate, type Vote } from "./triangulate";
import { voteOf, voteOfSurvey } from "./votes";

const votes: Vote[] = ["for", "against", "undecided", "silent"];
const all = votes.flatMap((hard) =>
  votes.flatMap((traces) => votes.map((surveys): Sources => ({ hard, traces, surveys }))),
);

/** The rule again, in other words: who is decided, and on which side of the hard data. */
function expected({ hard, traces, surveys }: Sources): Triangulation["verdict"] {
  if (hard === "undecided" || hard === "silent") return "silent";
  const opposite = hard === "for" ? "against" : "for";
  if (traces === opposite || surveys === opposite) return "disagree";
  return traces === hard || surveys === hard ? "agree" : "silent";
}

test.each(all)("hard data $hard, traces $traces, surveys $surveys", (sources) => {
  const found = triangulate(sources);
  expect(found.verdict).toBe(expected(sources));
  for (const name of found.with) expect(sources[name]).toBe(sources.hard);
  for (const name of found.against) expect([sources[name], sources.hard].toSorted()).toEqual(["against", "for"]);
});

test("liking and use without hard data are silence, and one voice against them is disagreement", () => {
  expect(triangulate({ hard: "undecided", traces: "for", surveys: "for" }).verdict).toBe("silent");
  expect(triangulate({ hard: "for", traces: "for", surveys: "against" })).toEqual({
    verdict: "disagree",
    with: ["traces"],
    against: ["surveys"],
  });
  expect(all).toHaveLength(64);
});

test("verdicts become votes", () => {
  expect((["moved", "flat", "worse", "unclear", "too_early", "withheld", "unknown"] as const).map(voteOf)).toEqual([
    "for",
    "against",
    "against",
    "undecided",
    "silent",
    "silent",
    "silent",
  ]);
});

test("a survey votes where its interval leaves half, and not at all under the minimum", () => {
  const of = (helpful: number, other: number) => voteOfSurvey({ helpful, distracting: other, irrelevant: 0 }, 5);
  expect(of(72, 28)).toBe("for");
  expect(of(28, 72)).toBe("against");
  expect(of(52, 48)).toBe("undecided");
  expect(of(4, 0)).toBe("silent");
  expect(of(0, 0)).toBe("silent");
});
