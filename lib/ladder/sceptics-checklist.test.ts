import { expect, test } from "vitest";
import type { CheckResult, CheckStatus } from "@/lib/evaluation/checks/check";
import type { EvaluationResult } from "@/lib/evaluation/result";
import { type DesignFacts, scepticsChecklist } from "./sceptics-checklist";

const lots: DesignFacts = { random: true, compares: true };
const chosen: DesignFacts = { random: false, compares: true };
const alone: DesignFacts = { random: false, compares: false };

const check = (id: string, status: CheckStatus): CheckResult => ({
  id,
  status,
  value: null,
  says: `${id} ${status}.`,
  help: "",
  picture: [],
});
const arm = (mean: number | null) => ({
  baseline: { n: 40, mean, sd: mean === null ? null : 2, ci: null },
  follow_up: { n: 40, mean: 11, sd: 2, ci: null },
});

function result(statuses: Record<string, CheckStatus>, change: Partial<EvaluationResult> = {}): EvaluationResult {
  return {
    lots_drawn: true,
    study: { title: "Study", design: "randomised", people: 80, clusters: 80, data_version: "d" },
    results: [],
    checks: Object.entries(statuses).map(([id, status]) => check(id, status)),
    claim: { grade: "A", sentence: "", limits: [], would_raise: [], because: [], direction: "better" },
    early_until: null,
    windows: { baseline: null, follow_up: { from: "2025-07-01", to: null }, first_exposure: "2025-05-01" },
    means: { treated: arm(10), control: arm(10) },
    picture: [],
    arms: [],
    seed: 1,
    ladder: {
      rungs: [],
      transfer: [],
      alignment: { kind: "not-estimable", reason: "" },
      traces: null,
      survey: { helpful: 0, distracting: 0, irrelevant: 0 },
    },
    ...change,
  };
}

const answer = (id: string, design: DesignFacts, of: EvaluationResult) => {
  const found = scepticsChecklist({ result: of, design }).find((item) => item.id === id);
  if (!found) throw new Error(`${id} is not asked`);
  return found;
};
const every = [
  "sample_ratio",
  "balance",
  "pre_trends",
  "placebo",
  "sensitivity",
  "contamination",
  "attrition",
  "data_quality",
  "placebo_outcome",
  "baseline_locked",
  "small_groups",
  "influence",
  "rival_explanations",
];
const all = (status: CheckStatus) => Object.fromEntries(every.map((id) => [id, status]));

test("nothing is fine by itself: without any check nothing is answered but what the dates and the design say", () => {
  const bare = result({}, { windows: { baseline: null, follow_up: null, first_exposure: null } });
  const answered = scepticsChecklist({ result: bare, design: lots }).filter(({ status }) => status === "answered");
  expect(answered.map(({ id }) => id)).toEqual(["season"]);
  expect(scepticsChecklist({ result: bare, design: alone }).every(({ status }) => status !== "answered")).toBe(true);
});

test("with lots drawn and every check passed, everything is answered, each with its checks", () => {
  const items = scepticsChecklist({ result: result(all("pass")), design: lots });
  expect(items.map(({ id, status }) => `${id} ${status}`)).toEqual(items.map(({ id }) => `${id} answered`));
  expect(answer("events", lots, result(all("pass")))).toMatchObject({
    says: "rival_explanations pass.",
    checks: ["rival_explanations"],
  });
});

test.each(["contamination", "attrition", "data_quality", "rival_explanations"])(
  "a warning or failure of %s leaves its question open",
  (id) => {
    const question = { data_quality: "measurement", rival_explanations: "events" }[id] ?? id;
    for (const status of ["warn", "fail"] as const) {
      expect(answer(question, lots, result({ ...all("pass"), [id]: status }))).toMatchObject({
        status: "open",
        says: `${id} ${status}.`,
      });
    }
    expect(answer(question, lots, result({ ...all("pass"), [id]: "cannot_tell" })).status).toBe("not_answerable");
  },
);

test("of two checks the doubting one speaks, and one that cannot tell leaves the question open", () => {
  expect(answer("small_groups", lots, result({ ...all("pass"), influence: "warn" })).says).toBe("influence warn.");
  expect(answer("small_groups", lots, result({ ...all("pass"), influence: "cannot_tell" }))).toMatchObject({
    status: "open",
    says: "influence cannot_tell.",
  });
});

test("selection rests on the draw, else on what was seen before, and without a comparison on nothing", () => {
  expect(answer("selection", lots, result(all("pass"))).checks).toEqual(["sample_ratio", "balance"]);
  expect(answer("selection", chosen, result(all("pass"))).checks).toEqual(["pre_trends", "placebo", "sensitivity"]);
  expect(answer("selection", chosen, result({ ...all("pass"), sensitivity: "warn" }))).toMatchObject({
    status: "open",
    says: "Nobody drew lots. sensitivity warn.",
  });
  expect(answer("selection", chosen, result({})).status).toBe("open");
  expect(answer("selection", alone, result(all("pass"))).status).toBe("not_answerable");
});

test("regression to the mean is measured where nobody drew lots", () => {
  const apart = (mean: number | null) => result({}, { means: { treated: arm(mean), control: arm(10) } });
  expect(answer("regression", chosen, apart(10.1))).toMatchObject({
    status: "answered",
    says: expect.stringContaining("0.05"),
  });
  expect(answer("regression", chosen, apart(11))).toMatchObject({
    status: "open",
    says: expect.stringContaining("0.50"),
  });
  expect(answer("regression", chosen, apart(null)).status).toBe("not_answerable");
});

test("novelty hangs on when the follow-up begins", () => {
  const begins = (from: string) =>
    result({}, { windows: { baseline: null, follow_up: { from, to: null }, first_exposure: "2025-05-01" } });
  expect(answer("novelty", lots, begins("2025-06-26")).status).toBe("answered");
  expect(answer("novelty", lots, begins("2025-06-25")).status).toBe("open");
});

test("the one measure must be shown to be older than the start", () => {
  expect(answer("multiplicity", lots, result({ baseline_locked: "warn" })).status).toBe("answered");
  expect(answer("multiplicity", lots, result({ baseline_locked: "fail" }))).toMatchObject({
    status: "open",
    says: "baseline_locked fail.",
  });
});
