import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { Change, ShownMetric } from "@/lib/scorecard/scorecard";
import { alarmsOf, guardrailSentence, standOf } from "./guardrail-words";
import type { JudgedGuardrail, Judgement } from "./judge-guardrails";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const judged = (judgement: Judgement): JudgedGuardrail => ({
  metric: "weekend_learning",
  name: "Learning at weekends",
  unit: "share",
  side: "above",
  bound: 0.1,
  because: "Days off are days off",
  judgement,
  tileId: "weekend_learning",
});
const crossed = judged({ kind: "crossed", isSure: true, value: 0.14 });
const unsure = judged({ kind: "crossed", isSure: false, value: 0.11 });
const holding = judged({ kind: "holding", isSure: true, value: 0.02 });
const early = judged({ kind: "unknown", state: { kind: "too-early", until: "2026-03-01", why: "" } });
const tile = (name: string, category: ShownMetric["category"], verdict: "better" | "worse") => ({
  metric: { name, category } as ShownMetric,
  change: { kind: "difference", estimate: 1, interval: [0.5, 1.5], method: "", verdict } satisfies Change,
});

test("a tile that crosses says so in words, and says when chance could have done it", () => {
  expect([...alarmsOf(formats, [crossed, holding, early])]).toEqual([
    ["weekend_learning", "Crosses its guardrail: no more than 10.0%"],
  ]);
  expect(alarmsOf(formats, [unsure]).get("weekend_learning")).toMatch(/though not beyond chance/);
});

test("each state has a sign, a word and its reason", () => {
  expect([crossed, unsure, holding, early].map((one) => standOf(formats, one))).toEqual([
    { status: "fail", word: "Crossed", why: "" },
    { status: "fail", word: "Crossed", why: "not beyond chance" },
    { status: "pass", word: "Holding", why: "" },
    { status: "unknown", word: "Cannot tell", why: "Too early to tell until 1 March 2026" },
  ]);
});

test("an improvement beside a crossed guardrail is named; activity is none, and what got worse is none", () => {
  const tiles = [
    tile("Error rate", "operational", "better"),
    tile("Hours", "activity", "better"),
    tile("Quality", "operational", "worse"),
  ];
  expect(guardrailSentence([crossed, holding, early], tiles, true)).toBe(
    "1 of 3 is crossed. One cannot be told. Better meanwhile: Error rate. Look whether that was bought with it.",
  );
  expect(guardrailSentence([unsure, holding], tiles, true)).toMatch(
    /Should it stay crossed, look whether that was bought with it\.$/,
  );
  expect(guardrailSentence([holding, holding], tiles, true)).toBe("None that can be told is crossed.");
  expect(guardrailSentence([early], tiles, true)).toBe("One cannot be told.");
  expect(guardrailSentence([crossed], [], true)).toBe("1 of 1 is crossed.");
});
