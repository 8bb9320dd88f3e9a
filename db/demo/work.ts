import { join } from "node:path";
import { timeText } from "./calendar";
import { type Done, linkCases } from "./cases";
import type { Cohorts } from "./cohorts";
import { CsvFile, quoted } from "./csv-file";
import { worksOn } from "./effects";
import { fixedNormal, type Random, randomFor } from "./random";
import type { ChosenTask } from "./role-source";
import type { Role } from "./roles";
import { daysAtWork, type Person, type Roster, spellAt } from "./roster";

const header =
  "event_id employee_id task started_at completed_at outcome assisted quality value case_id case_type".split(" ");
const jobsPerMonth = 6;
/** Newcomers' jobs are logged more closely, so that the first month of competence can be seen. */
const newcomerJobs = 13;
const newcomerMonths = 9;

type Source = { roster: Roster; roles: Map<string, Role>; cohorts: Cohorts };

export function writeWorkEvents(folder: string, source: Source): number {
  const { roster, roles } = source;
  const file = new CsvFile(join(folder, "work_events.csv"), header);
  for (const month of roster.months) {
    const jobs: (Done & { line: string })[] = [];
    for (const person of roster.people) {
      const days = daysAtWork(person, month);
      const first = days[0];
      if (first === undefined) continue;
      const role = roles.get(spellAt(person, first).role);
      if (!role?.operational) continue;
      const random = randomFor(roster.seed, "work", person.index, month.index);
      const tenure = (month.last - Math.max(person.hire, spellAt(person, first).from)) / 30;
      const isNew = (month.last - person.hire) / 30 < newcomerMonths;
      const mean = ((isNew ? newcomerJobs : jobsPerMonth) * days.length) / month.workdays.length;
      for (let left = random.poisson(mean); left > 0; left--) {
        const day = random.pick(days);
        if (spellAt(person, day) !== spellAt(person, first)) continue;
        jobs.push(doJob(source, { person, role, day, tenure, random }));
      }
    }
    jobs.sort((left, right) => left.completed - right.completed);
    const cases = linkCases(roster.seed, month, jobs);
    jobs.forEach(({ line }, index) => {
      const { id, type } = cases[index] ?? { id: "", type: "" };
      file.addLine(`W${String(file.rows + 1).padStart(8, "0")},${line},${id},${type}`);
    });
  }
  return file.close();
}

type Job = { person: Person; role: Role; day: number; tenure: number; random: Random };

function doJob(source: Source, job: Job): Done & { line: string } {
  const { person, role, day, random } = job;
  const { seed } = source.roster;
  const task = random.weighted(role.tasks, ({ frequency }) => frequency);
  const pace = Math.exp(0.15 * fixedNormal(seed, "pace", person.index) + 0.35 * newness(source, job));
  const minutes = task.minutes * pace * Math.exp(random.normal(0, 0.4));
  const completed = day * 86_400 + random.int(8 * 3600, 16 * 3600);
  const started = completed - Math.round(minutes * 60);
  const outcome = drawOutcome(source, job, task);
  const assisted = random.chance(
    Math.min(0.75, 0.035 + 0.5 * newness(source, job) + (task.depth === "complex" ? 0.03 : 0)),
  );
  const quality = random.normal(outcome === "ok" ? 0.9 : 0.62, 0.06);
  const value = task.name.includes("refunding") ? Math.exp(random.normal(3.6, 0.7)).toFixed(2) : "";
  const line = `${person.id},${quoted(task.name)},${timeText(started)},${timeText(completed)},${outcome},${assisted},${Math.min(1, Math.max(0, quality)).toFixed(2)},${value}`;
  return { person: person.index, task: task.id, started, completed, line };
}

/** 1 on the first day in a role, fading at each person's own speed. */
function newness(source: Source, { person, tenure }: Job): number {
  const speed = 1.7 * Math.exp(0.45 * fixedNormal(source.roster.seed, "learning speed", person.index));
  return Math.exp(-Math.max(0, tenure) / speed);
}

function drawOutcome(source: Source, job: Job, task: ChosenTask): "ok" | "error" | "reopened" | "escalated" {
  const { person, day, random } = job;
  const { roster, cohorts } = source;
  const weakness = 0.8 + 0.25 * fixedNormal(roster.seed, "weakness", person.index);
  const base = task.depth === "complex" ? 0.1 : task.depth === "applied" ? 0.06 : 0.035;
  let trouble = base * Math.max(0.3, weakness) + 0.22 * newness(source, job);
  if (task.name.includes("refunding") && worksOn(roster, cohorts, "refund-handling", person, day)) trouble -= 0.04;
  if (checked.has(task.id) && worksOn(roster, cohorts, "setup-verification", person, day)) trouble -= 0.025;
  if (!random.chance(Math.max(0.01, trouble))) return "ok";
  const draw = random.next();
  return draw < 0.5 ? "error" : draw < 0.8 ? "reopened" : "escalated";
}

/** Tasks in which the first piece is checked. */
const checked = new Set(["20157", "20293", "3095", "12474"]);
