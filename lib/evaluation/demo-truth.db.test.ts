import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { type DemoTruth, generateDemo } from "@/db/demo/generate";
import { givenOrganisation, withFiles } from "@/test/factory";
import { evaluateFolder } from "./evaluate-folder";

type Code = keyof DemoTruth["initiatives"];

let folder = "";
let truth: DemoTruth["initiatives"];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "throughline-demo-"));
  ({ initiatives: truth } = await generateDemo({
    folder,
    only: ["people", "employment_events", "kpis", "kpi", "calendar", "initiatives"],
  }));
}, 180_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await closePool();
});

/** The demo's own files, values cut to the initiative's people and the KPIs of its plan. */
async function evaluate(code: Code) {
  const text = (...parts: string[]) => readFile(path.join(folder, ...parts), "utf8");
  const [people, jobs, calendar, study, cohort, kpis, kpi] = await Promise.all([
    text("organisation", "people.csv"),
    text("organisation", "employment_events.csv"),
    text("organisation", "calendar.csv"),
    text("initiatives", code, "study.json"),
    text("initiatives", code, "cohort.csv"),
    text("organisation", "kpis.csv"),
    text("organisation", "kpi.csv"),
  ]);
  const members = new Set(cohort.split(/\r?\n/).map((row) => row.split(",")[0]));
  const [header = "", ...rows] = kpi.split(/\r?\n/);
  const plan = JSON.parse(study);
  const named = new Set([plan.primary_kpi, ...plan.secondary_kpis]);
  const own = rows.filter((row) => {
    const [code, , person = ""] = row.split(",");
    return named.has(code) && members.has(person);
  });
  const files = {
    "people.csv": people,
    "employment_events.csv": jobs,
    "calendar.csv": calendar,
    "study.json": study,
    "cohort.csv": cohort,
    "kpis.csv": kpis,
    "kpi.csv": [header, ...own, ""].join("\n"),
  };
  const { orgId } = await givenOrganisation();
  const evaluation = await withFiles(files, (_, at) => evaluateFolder({ orgId, folder: at, today: "2026-11-22" }));
  if (evaluation.kind !== "evaluated") throw new Error(JSON.stringify(evaluation.faults[0]));
  const [headline] = evaluation.document.results;
  if (!headline?.ci) throw new Error(`${code} has no headline`);
  const secondaries = evaluation.document.results.filter(({ role, headline }) => role === "secondary" && headline);
  return { ci: headline.ci, claim: evaluation.document.claim, secondaries };
}

test.each<[Code, string]>([
  ["refund-handling", "A"],
  ["setup-verification", "B"],
])("the planted effect of %s lies in its interval, zero does not, and the grade is %s", async (code, grade) => {
  const { ci, claim } = await evaluate(code);
  const planted = truth[code].averageEffect;
  expect(ci[0]).toBeLessThan(planted);
  expect(ci[1]).toBeGreaterThan(planted);
  expect(ci[0] > 0 || ci[1] < 0).toBe(true);
  expect(claim.grade).toBe(grade);
});

test.each<[Code]>([["quality-certification"], ["negotiation-library"]])(
  "where nothing was planted nothing is claimed: %s",
  async (code) => {
    const { ci, claim } = await evaluate(code);
    expect(ci[0]).toBeLessThan(0);
    expect(ci[1]).toBeGreaterThan(0);
    expect(claim.sentence).toMatch(/^No difference/);
    expect(claim.grade).toBe("C");
  },
);

/** Checking the first piece is what set-up verification is: it does rise. */
const moved = new Set(["first_piece_checks"]);

test.each<[Code]>([["refund-handling"], ["setup-verification"], ["quality-certification"], ["negotiation-library"]])(
  "secondary KPIs that nothing was planted in are told from zero nowhere: %s",
  async (code) => {
    const { secondaries } = await evaluate(code);
    expect(secondaries.length).toBeGreaterThan(0);
    for (const { kpi, ci } of secondaries) {
      const holdsZero = ci !== null && ci[0] <= 0 && ci[1] >= 0;
      expect([kpi, holdsZero]).toEqual([kpi, !moved.has(kpi)]);
    }
  },
);
