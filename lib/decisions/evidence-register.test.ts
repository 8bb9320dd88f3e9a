import { expect, test } from "vitest";
import type { InitiativeRow } from "@/lib/initiatives/read-initiatives";
import type { Decision } from "./decision";
import { stateOf, waitingForReview } from "./decision";
import { reckoningOf, registerOf } from "./evidence-register";
import type { DecisionOutcome } from "./kinds";

const initiative = (id: string, grade: "A" | "C" | null): InitiativeRow => ({
  id,
  title: `Initiative ${id}`,
  design: "randomised",
  chain: {},
  people: 40,
  status: grade ? "evaluated" : "running",
  followUpTo: null,
  kpi: null,
  claim: grade && { grade, sentence: "It did." },
  headline: null,
  gaps: [],
  iterates: null,
  version: 1,
});

function decided(change: Partial<Decision> & { grade?: "A" | "D" | null; outcomes?: DecisionOutcome[] }): Decision {
  const { grade = null, outcomes = [], ...rest } = change;
  const evidence: Decision["evidence"] = {
    takenAt: "2026-03-01T00:00:00Z",
    dataVersion: "sha256:x",
    initiative: "Initiative",
    money: null,
    claim: grade && {
      kind: "claimed",
      grade,
      sentence: "It did.",
      headline: { kind: "not-estimable", reason: "none" },
      kpi: null,
      evaluationId: "e",
      planHash: "p",
      codeVersion: "1",
    },
  };
  return {
    id: "d",
    initiativeId: "one",
    initiative: "Initiative one",
    kind: "scale",
    title: "Scale it",
    reason: "It works",
    decidedBy: "The board",
    decidedOn: "2026-03-01",
    reviewOn: null,
    evidence,
    revision: 1,
    withdrawnOn: null,
    recordedBy: null,
    recordedOn: "2026-03-01",
    reviews: outcomes.map((outcome, at) => ({
      id: `r${at}`,
      reviewedOn: "2026-06-01",
      outcome,
      whatHappened: "It went on",
      evidence: { ...evidence, dueOn: null },
      reviewedBy: null,
    })),
    ...rest,
  };
}

test("the register holds every initiative, the strongest first, with the latest decision that stands", () => {
  const rows = registerOf(
    [initiative("three", null), initiative("two", "C"), initiative("one", "A")],
    [
      decided({ id: "old" }),
      decided({ id: "new", decidedOn: "2026-04-01" }),
      decided({ id: "withdrawn", decidedOn: "2026-05-01", withdrawnOn: "2026-05-02" }),
      decided({ id: "other", initiativeId: null }),
    ],
  );
  expect(rows.map(({ id, decision }) => [id, decision?.id ?? null])).toEqual([
    ["one", "new"],
    ["two", null],
    ["three", null],
  ]);
});

test("decisions are reckoned by what they rested on and how their latest review found them; what was recorded long after counts to no grade", () => {
  const found = reckoningOf([
    decided({ grade: "A", outcomes: ["cannot_tell", "as_expected"] }),
    decided({ grade: "A" }),
    decided({ grade: "D", outcomes: ["worse"] }),
    decided({ grade: "D", outcomes: ["worse"], withdrawnOn: "2026-05-02" }),
    decided({ grade: null, initiativeId: null, outcomes: ["better"] }),
    decided({ grade: "A", recordedOn: "2026-03-08" }),
    decided({ grade: "A", recordedOn: "2026-03-09", outcomes: ["worse"] }),
  ]);
  const none = { as_expected: 0, better: 0, worse: 0, cannot_tell: 0 };
  expect(found).toEqual([
    { grade: "A", decisions: 3, reviewed: { ...none, as_expected: 1 } },
    { grade: "D", decisions: 1, reviewed: { ...none, worse: 1 } },
    { grade: "none", decisions: 1, reviewed: { ...none, better: 1 } },
    { grade: "later", decisions: 1, reviewed: { ...none, worse: 1 } },
  ]);
});

test("a review is due on its day and overdue after it; who waits longest stands first", () => {
  const today = "2026-06-01";
  expect(stateOf(decided({ reviewOn: "2026-06-01" }), today)).toBe("due");
  expect(stateOf(decided({ reviewOn: "2026-05-31" }), today)).toBe("overdue");
  expect(stateOf(decided({ reviewOn: "2026-06-02" }), today)).toBe("planned");
  expect(stateOf(decided({}), today)).toBe("unplanned");
  expect(stateOf(decided({ outcomes: ["better"] }), today)).toBe("reviewed");
  expect(stateOf(decided({ reviewOn: "2026-05-31", withdrawnOn: "2026-05-01" }), today)).toBe("withdrawn");
  const waiting = waitingForReview(
    [
      decided({ id: "due", reviewOn: today }),
      decided({ id: "later", reviewOn: "2026-07-01" }),
      decided({ id: "late", reviewOn: "2026-05-01" }),
      decided({ id: "withdrawn", reviewOn: "2026-04-01", withdrawnOn: "2026-04-02" }),
    ],
    today,
  );
  expect(waiting.map(({ id }) => id)).toEqual(["late", "due"]);
});
