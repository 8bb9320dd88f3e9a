import { expect, test } from "vitest";
import type { Upload } from "@/lib/intake/read-upload";
import { differenceOf, headlineOf } from "./upload-words";

type Report = NonNullable<Upload["reports"]>[number];

const report = (over: Partial<Report>): Report => ({
  batchId: null,
  kind: "people",
  couldBe: [],
  fileName: "people.csv",
  initiativeCode: null,
  status: "done",
  error: null,
  rows: 0,
  added: 0,
  corrected: 0,
  unchanged: 0,
  rejected: 0,
  parked: 0,
  faults: [],
  notices: [],
  difference: {},
  ...over,
});

const upload = (status: Upload["status"], reports: Report[]): Upload => ({
  id: "1",
  status,
  files: [],
  progress: null,
  reports,
  error: null,
  createdAt: "2026-01-01T00:00:00Z",
});

test("counts of all files are summed, and people are said by what happens to them", () => {
  const people = report({
    added: 12,
    corrected: 3,
    rejected: 1,
    difference: { new: 12, leave: 3, "manager cycle": 1 },
  });
  const kpi = report({ kind: "kpi", added: 1_200 });
  expect(differenceOf([people, kpi])).toBe("1,212 new, 3 corrected, 1 rejected, 3 leave, 1 manager cycle");
});

test("a refused file is never passed over in the headline", () => {
  const refused = report({ status: "refused", error: "The header lacks employee_id" });
  expect(headlineOf(upload("done", [report({ added: 1 }), refused]))).toBe("Imported in part: 1 new, 1 file refused.");
});

test("files that hold nothing new say so", () => {
  expect(headlineOf(upload("checked", [report({})]))).toBe("Checked, nothing imported yet: nothing to change.");
});
