import { expect, test } from "vitest";
import type { RungId } from "@/lib/evaluation/ladder/ladder";
import { findingWords } from "./finding-words";
import { type Cause, firstBrokenLink } from "./first-broken-link";
import type { Verdict } from "./measure-verdict";

const ids: RungId[] = ["reached", "understood", "applied", "in_work", "business", "talent"];
const letters: Record<string, Verdict> = {
  m: "moved",
  f: "flat",
  w: "worse",
  u: "unclear",
  e: "too_early",
  h: "withheld",
  o: "unknown",
};
/** One letter per layer, from use to careers. */
const found = (text: string) =>
  firstBrokenLink(ids.map((id, at) => ({ id, verdict: letters[text[at] ?? ""] ?? "unknown" })));
const said = (text: string) => findingWords(found(text), "No figure is on file.");

test.each<[string, RungId, Cause, RegExp]>([
  ["ffffff", "reached", "adoption", /adoption/],
  ["mfffff", "understood", "leading", /Not understood/],
  ["mmffff", "applied", "transfer", /transfer and manager support/],
  ["mmmfff", "in_work", "process", /case for the process owner/],
  ["mmmmff", "business", "wrong_kpi_or_early", /wrong KPI.*too early/],
  ["mmoffo", "in_work", "transfer_or_process", /transfer.*process/],
  ["umfffo", "applied", "transfer", /transfer/],
  ["ummfoo", "in_work", "transfer_or_process", /transfer.*process/],
  ["mmmufo", "business", "earlier_or_wrong_kpi", /wrong KPI/],
])("%s breaks at %s: %s", (text, at, cause, words) => {
  expect(found(text)).toMatchObject({ kind: "broken", at, cause });
  expect(said(text).cause).toMatch(words);
});

test("what moved before and after the break is named, and so is what nobody knows", () => {
  expect(found("mofmue")).toEqual({
    kind: "broken",
    at: "applied",
    worse: false,
    cause: "transfer",
    held: ["reached"],
    gaps: ["understood"],
    yet: ["in_work"],
  });
  expect(said("mofmue").notes).toEqual([
    "Whether understanding moved is not known, so the break may lie earlier.",
    "All the same, the figures of the work moved: something other than this chain did that, or what broke is measured badly.",
  ]);
});

test("what moved to the wrong side breaks the chain, and is said", () => {
  expect(found("mmmwff")).toMatchObject({ at: "in_work", worse: true });
  expect(said("mmmwff").notes[0]).toMatch(/wrong side/);
});

test("careers break nothing", () => {
  expect(found("mmmmmf")).toEqual({ kind: "holds", held: ids.slice(0, 5) });
  expect(said("mmmmmf").sentence).toMatch(/holds from use to the business/);
});

test("a layer nobody can tell of is no break", () => {
  expect(found("mmmuoe")).toMatchObject({ kind: "open", at: "in_work", verdict: "unclear", held: ids.slice(0, 3) });
  expect(said("mmmuoe").sentence).toMatch(/holds as far as what is done at work.*cannot be told/);
  expect(said("mmmmoe")).toMatchObject({ cause: null, notes: ["No figure is on file."] });
  expect(said("ommmmo").notes).toContain(
    "Further on, understanding, what is done at work, the figures of the work and the figures of the business moved.",
  );
});

test("an open window and small groups are answers of their own", () => {
  expect(found("eeeeee")).toEqual({ kind: "too_early" });
  expect(found("hhoooo")).toEqual({ kind: "withheld" });
  expect(found("oooooo")).toMatchObject({ kind: "open", at: "reached", held: [] });
});
