import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { kpis } from "@/db/schema/work";
import { resolveScope } from "@/lib/access/scope";
import { readPersonMedians } from "@/lib/scorecard/read-medians";
import { readSums, type SummedRow } from "@/lib/scorecard/read-sums";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { summable } from "./dictionary";
import { periodOf } from "./period";

afterAll(closePool);

/**
 * Four people, worked out by hand. Ann and Bob are clerks all along; Cas is a boss and leaves on 14 February 2026; Dee is a clerk
 * hired on 1 September 2025, so day 180 is 28 February 2026. The period is the first quarter of 2026 (90 days).
 */
const files = {
  "people.csv": [
    "employee_id,role,unit,hire_date,exit_date,exit_type,regretted",
    "Ann,clerk,Co / North,2020-01-01,,,",
    "Bob,clerk,Co / North,2020-01-01,,,",
    "Cas,boss,Co / South,2020-01-01,2026-02-14,voluntary,true",
    "Dee,clerk,Co / North,2025-09-01,,,",
  ],
  "skills.csv": [
    "role,task,skill,depth,behaviour,target_level",
    "clerk,refund,refunds,complex,Asks why,4",
    "clerk,greet,listening,routine,Listens,",
    "boss,plan,planning,routine,Plans ahead,3",
  ],
  "activities.csv": [
    "activity,title,format,delivery,skill",
    "tip,Tip,hint,in_flow,refunds",
    "course,Course,course,destination,",
    "exam,Exam,Certification exam,destination,refunds",
  ],
  "employment_events.csv": [
    "employee_id,date,event,from,to",
    "Ann,2026-02-01,promotion,,",
    "Bob,2026-03-01,lateral_move,,",
  ],
  "learning_events.csv": [
    "event_id,employee_id,activity,verb,at,score,seconds,before_task,assigned_by",
    "1,Ann,tip,accessed,2026-01-05T09:00:00Z,,120,refund,self",
    "2,Ann,tip,accessed,2026-01-20T09:00:00Z,,60,refund,self",
    "3,Ann,course,completed,2026-02-03T09:00:00Z,0.8,3600,,system",
    "4,Ann,course,passed,2026-02-03T10:00:00Z,0.9,,,system",
    "5,Ann,tip,shared,2026-03-01T00:00:00Z,,,,",
    "6,Bob,tip,nudged,2026-01-07T09:00:00Z,,,,manager",
    "7,Bob,exam,passed,2026-01-08T09:00:00Z,0.7,,,system",
    "8,Bob,exam,rated,2026-01-08T10:00:00Z,0.6,,,",
    "9,Dee,tip,asked,2026-03-31T23:59:59Z,,,,self",
    "10,Dee,course,assigned,2026-03-02T09:00:00Z,,,,system",
    "11,Cas,tip,accessed,2026-04-01T00:00:00Z,,999,,self",
    ...["Ann", "Cas", "Dee"].map((who) => `was-${who},${who},course,accessed,2025-11-20T09:00:00Z,,60,,self`),
  ],
  "observations.csv": [
    "observation_id,employee_id,behaviour,level,source,observed_at,independent,accurate",
    "1,Ann,Asks why,3,manager,2025-11-10T09:00:00Z,,",
    "2,Ann,Listens,3,peer,2025-11-10T09:00:00Z,,",
    "3,Ann,Asks why,4,manager,2026-01-15T09:00:00Z,true,true",
    "4,Ann,Asks why,5,peer,2026-01-15T09:00:00Z,false,",
    "5,Ann,Listens,5,self,2026-02-01T09:00:00Z,true,true",
    "6,Ann,Listens,3,peer,2026-02-01T09:00:00Z,,",
    "7,Bob,Asks why,2,manager,2026-01-31T09:00:00Z,true,false",
  ],
  "work_events.csv": [
    "event_id,employee_id,task,started_at,completed_at,outcome,assisted,quality",
    "1,Ann,refund,2026-01-05T10:00:00Z,2026-01-05T10:10:00Z,ok,false,0.9",
    "2,Ann,refund,2026-01-06T10:00:00Z,2026-01-06T10:20:00Z,error,true,0.5",
    "3,Ann,greet,,2026-01-07T10:00:00Z,ok,,",
    "4,Bob,refund,2026-02-05T10:00:00Z,2026-02-05T10:30:00Z,reopened,false,",
    "5,Bob,refund,2026-03-05T10:00:00Z,2026-03-05T10:50:00Z,escalated,false,",
    ...["ok", "ok", "ok", "error", "error"].map(
      (outcome, i) => `s${i},Dee,greet,,2025-09-1${i}T10:00:00Z,${outcome},false,`,
    ),
    ...["ok", "ok", "ok", "ok", "error"].map(
      (outcome, i) => `o${i},Dee,greet,,2025-10-1${i}T10:00:00Z,${outcome},${i === 0},`,
    ),
  ],
  "kpis.csv": [
    "kpi,name,layer,direction,kind",
    "handling,Handling time,in_work,down,mean",
    "defects,Defect rate,in_work,down,ratio",
    "revenue,Revenue,business,up,sum",
  ],
  "kpi.csv": [
    "kpi,date,employee_id,value,numerator,denominator",
    "handling,2026-01-31,Ann,10,,",
    "handling,2026-02-28,Ann,20,,",
    "handling,2026-03-31,Bob,30,,",
    "defects,2026-01-31,Ann,,2,100",
    "defects,2026-03-31,Bob,,3,50",
    "revenue,2026-01-31,Ann,100,,",
    "revenue,2026-02-28,Ann,200,,",
  ],
};

const month = 30.4375;
const casDays = 31 + 14;
const allDays = 3 * 90 + casDays;

/** people, numerator, denominator */
const expected: Record<string, [number, number, number]> = {
  reach: [4, 3, 4],
  reach_in_flow: [4, 2, 4],
  frequency: [3, 6, 270 / month],
  came_back: [2, 2, 2],
  in_flow_share: [3, 4, 8],
  voluntary_share: [3, 3, 6],
  repeat_before_complex: [3, 1, 3],
  peer_shares: [4, 100, allDays / month],
  manager_nudges: [4, 100, allDays / month],
  minutes_per_person: [4, 63, allDays / month],
  proficiency_change: [1, 0.75, 1],
  moved_up: [1, 1, 2],
  certified: [3, 1, 3],
  certifiable_applied: [3, 1, 3],
  applied: [4, 2, 7],
  applied_of_certified: [1, 0, 1],
  consistency: [1, 1, 2],
  independent: [2, 2, 3],
  accurate: [2, 1, 2],
  error_rate: [2, 1, 5],
  first_time_right: [2, 2, 5],
  rework: [2, 1, 5],
  escalations: [2, 1, 5],
  assisted_share: [2, 1, 4],
  quality: [1, 1.4, 2],
  time_to_competence: [1, 61, 1],
  internal_mobility: [4, 1, allDays / 365.25],
  promotion_rate: [4, 1, allDays / 365.25],
  regretted_attrition: [4, 1, allDays / 365.25],
  voluntary_attrition: [4, 1, allDays / 365.25],
  retention: [4, 3, 4],
  completions: [4, 200, allDays / month],
  certificates: [4, 100, allDays / month],
  quiz_score: [2, 2.4, 3],
  satisfaction: [1, 0.6, 1],
  hours: [4, 105, allDays / month],
  questions: [4, 100, allDays / month],
  weekend_learning: [3, 1, 6],
  observed_by_others: [4, 400, allDays / month],
};
const expectedKpis: Record<string, [number, number, number]> = {
  handling: [2, 45, 2],
  defects: [2, 5, 150],
  revenue: [1, 150, 1],
};

const quarter = periodOf("2026-01-01", "quarter");
let rows = new Map<string, SummedRow>();
let inFebruary = new Map<string, SummedRow>();
let medians: number[] = [];
let kpiCodes = new Map<string, string>();

beforeAll(async () => {
  const { orgId } = await givenData(
    Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, `${lines.join("\n")}\n`])),
  );
  await inTenant(orgId, async (tx) => {
    const scope = await resolveScope(tx, { kind: "everybody" }, { kind: "org" });
    if (!scope) throw new Error("no scope");
    rows = new Map((await readSums(tx, { orgId, scope, periods: [quarter] })).map((row) => [row.metric, row]));
    const february = await readSums(tx, { orgId, scope, periods: [periodOf("2026-02-01", "month")] });
    inFebruary = new Map(february.map((row) => [row.metric, row]));
    medians = await readPersonMedians(tx, orgId, scope, quarter);
    kpiCodes = new Map((await tx.select().from(kpis)).map((kpi) => [kpi.code, `kpi:${kpi.id}`]));
  });
});

function check(row: SummedRow | undefined, [people, numerator, denominator]: [number, number, number]) {
  expect(row).toMatchObject({
    people,
    numerator: expect.closeTo(numerator, 9),
    denominator: expect.closeTo(denominator, 9),
  });
}

test("every metric of the dictionary has an answer worked out by hand", () => {
  expect(Object.keys(expected).toSorted()).toEqual(summable.map((metric) => metric.id).toSorted());
});

test.each(Object.keys(expected))("%s counts what its definition says", (id) => {
  check(rows.get(id), expected[id] ?? [0, 0, 0]);
});

test.each(Object.keys(expectedKpis))(
  "the imported KPI %s is averaged, or summed over numerator and denominator",
  (code) => {
    check(rows.get(kpiCodes.get(code) ?? ""), expectedKpis[code] ?? [0, 0, 0]);
  },
);

test("in February one of the two who learned in January comes back, and nobody learns at a weekend", () => {
  check(inFebruary.get("came_back"), [2, 1, 2]);
  check(inFebruary.get("weekend_learning"), [1, 0, 1]);
});

test("cycle time is each person's mean of monthly medians", () => {
  expect(medians.toSorted((a, b) => a - b)).toEqual([15, 40]);
});
