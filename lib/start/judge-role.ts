/** What is known of a role, of its last month and quarter with data. */
export type RoleMeasures = {
  id: string;
  name: string;
  people: number;
  teams: number;
  /** People with finished work in the quarter; the jobs, and those of them that went wrong. */
  workers: number;
  jobs: number;
  troubled: number;
  /** KPIs that at least half of the people have values of, and for how many months, at most 12. */
  kpis: number;
  months: number;
  /** Skills it needs; of those, described by three behaviours. */
  skills: number;
  described: number;
};

/** One reason for or against beginning with a role: 0, 0.5 or 1. */
type Reason = { id: "kpis" | "work" | "pain" | "size" | "described"; points: 0 | 0.5 | 1; says: string };

export type StartRole = { id: string; name: string; people: number; score: number; reasons: Reason[] };

const share = (part: number, of: number) => (of === 0 ? 0 : part / of);
const percent = (value: number) => `${Math.round(100 * value)}%`;

/**
 * How well a role would show whether learning works: outcomes that are measured, work that is recorded, something to gain, enough people and
 * teams to compare, skills described already. Five reasons of at most a point each; they rank, and are no figure of anything else.
 */
export function judgeRole({
  id,
  name,
  people,
  teams,
  workers,
  jobs,
  troubled,
  kpis,
  months,
  skills,
  described,
}: RoleMeasures): StartRole {
  const worked = share(workers, people);
  const trouble = share(troubled, jobs);
  const reasons: Reason[] = [
    {
      id: "kpis",
      points: kpis >= 1 && months >= 6 ? 1 : kpis >= 1 ? 0.5 : 0,
      says:
        kpis === 0
          ? "No KPI is measured for half of the people"
          : `${kpis} ${kpis === 1 ? "KPI" : "KPIs"} measured for half of the people or more, over ${months} months`,
    },
    {
      id: "work",
      points: worked >= 0.5 ? 1 : worked > 0 ? 0.5 : 0,
      says:
        worked === 0
          ? "No work events"
          : `Work events of ${percent(Math.min(1, worked))} of the people in the last quarter`,
    },
    {
      id: "pain",
      points: jobs === 0 ? 0 : trouble >= 0.05 ? 1 : 0.5,
      says:
        jobs === 0
          ? "Not known what goes wrong"
          : `${percent(trouble)} of the jobs had an error, came back or were escalated`,
    },
    {
      id: "size",
      points: people >= 40 && teams >= 6 ? 1 : people >= 16 && teams >= 2 ? 0.5 : 0,
      says: `${people} people in ${teams} ${teams === 1 ? "team" : "teams"}`,
    },
    {
      id: "described",
      points: skills > 0 && described === skills ? 1 : described > 0 ? 0.5 : 0,
      says: skills === 0 ? "No skill is mapped yet" : `${described} of ${skills} skills have three behaviours or more`,
    },
  ];
  return { id, name, people, score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}
