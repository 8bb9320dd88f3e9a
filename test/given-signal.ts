import { sql } from "drizzle-orm";
import type { SignalDefinition } from "@/lib/evidence/signals/definition";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenData } from "./factory";

export type GivenSignal = {
  org: GivenOrganisation;
  behaviourId: string;
  definition: Extract<SignalDefinition, { source: "work" }>;
  kpiId: string;
};

/**
 * Six fitters with four jobs each in January, February and March 2026. E1 is always right; E2 wrong once in each month, E3 twice, E4 to E6
 * always right. The rule looks at the last 8 jobs.
 */
export async function givenSignal(): Promise<GivenSignal> {
  const org = await givenData(signalFiles());
  const { rows } = await inTenant(org.orgId, (tx) =>
    tx.execute<{ behaviour: string; task: string; kpi: string }>(sql`
      select b.id as behaviour, t.id as task, k.id as kpi from behaviours b, tasks t, kpis k where b.statement = 'Checks the first part' and t.name = 'Set up'`),
  );
  const [found] = rows;
  if (!found) throw new Error("The files did not make a behaviour, a task and a KPI");
  return {
    org,
    behaviourId: found.behaviour,
    kpiId: found.kpi,
    definition: {
      source: "work",
      taskIds: [found.task],
      measure: "right_first_time",
      window: { by: "jobs", jobs: 8 },
      side: "above",
      bands: [
        { at: 0.9, level: 4 },
        { at: 0.7, level: 3 },
      ],
      otherwise: 2,
      least: 4,
      since: "2026-01",
    },
  };
}

const fitters = ["E1", "E2", "E3", "E4", "E5", "E6"];

/** `outcomes` overrides single jobs, by event id such as `W-E1-2026-01-3`. */
export function signalFiles(outcomes: Record<string, string> = {}): Record<string, string> {
  const jobs = fitters.flatMap((name) =>
    ["2026-01", "2026-02", "2026-03"].flatMap((month) =>
      [1, 2, 3, 4].map((job) => {
        const id = `W-${name}-${month}-${job}`;
        const isWrong = (name === "E2" && job === 1) || (name === "E3" && job <= 2);
        return `${id},${name},Set up,${month}-1${job}T08:00:00Z,${month}-1${job}T09:00:00Z,${outcomes[id] ?? (isWrong ? "error" : "ok")}`;
      }),
    ),
  );
  return {
    "people.csv": `employee_id,role,hire_date\n${fitters.map((name) => `${name},Fitter,2020-01-01`).join("\n")}\n`,
    "skills.csv":
      "role,task,skill,behaviour\nFitter,Set up,Checking,Checks the first part\nFitter,Set up,Checking,Notes the result\n",
    "work_events.csv": `event_id,employee_id,task,started_at,completed_at,outcome\n${jobs.join("\n")}\n`,
    "observations.csv": [
      "observation_id,employee_id,behaviour,level,source,rater_id,observed_at",
      ...fitters.map(
        (name, index) => `M-${name},${name},Checks the first part,${index === 2 ? 2 : 4},manager,E6,2026-03-20`,
      ),
    ].join("\n"),
    "kpis.csv": "kpi,name,kind,unit,direction\nrework,Rework,ratio,share,down\n",
    "kpi.csv": `kpi,date,employee_id,numerator,denominator\n${fitters.flatMap((name, index) => ["2026-01-31", "2026-02-28", "2026-03-31"].map((day) => `rework,${day},${name},${index},10`)).join("\n")}\n`,
  };
}
