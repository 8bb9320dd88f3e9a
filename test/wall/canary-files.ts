/** Words and numbers that stand nowhere but in the canary's own evidence. */
export const marks = {
  name: "Canary Wrenfield",
  employeeId: "CANARY-7",
  note: "the canary paused before the amount",
  artefact: "https://canary.example/case-90817",
  file: "canary-photo.png",
  reason: "the canary was on leave",
  nudge: "dear canary, try it alone",
  action: "the canary was coached on a Tuesday",
  review: "the canary's quotation",
  answer: "the canary should redo the third page",
};
/** Of both skills, of the one nobody else has, by their own account; and the mean of the first two. */
export const levels = { seen: 4.3871, solo: 3.7193, own: 2.2719, both: 4.0532 };

/** So many days ago, as "YYYY-MM-DD". */
export const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

/**
 * Boss leads Coach and Other; Coach coaches the canary and seven more, Other coaches six. The canary alone has the role "soloist" and its skill; all
 * share the skill of refunds.
 */
export function canaryFiles(): Record<string, string> {
  const people = ["employee_id,name,role,unit,site,team,manager_id,hire_date"];
  const add = (id: string, name: string, role: string, manager: string) =>
    people.push(`${id},${name},${role},Co / North,Oslo,Crew,${manager},2020-01-01`);
  add("BOSS", "Boss", "lead", "");
  add("COACH", "Coach", "lead", "BOSS");
  add("OTHER", "Other", "lead", "BOSS");
  add(marks.employeeId, marks.name, "soloist", "COACH");
  const observations = ["observation_id,employee_id,behaviour,level,source,observed_at,rater_id"];
  const work = ["event_id,employee_id,task,completed_at,outcome,assisted"];
  for (let i = 0; i < 13; i += 1) {
    add(`P${i}`, `Person ${i}`, "clerk", i < 7 ? "COACH" : "OTHER");
    observations.push(`p${i},P${i},Asks why,${2 + (i % 3)},manager,${day(40)}T09:00:00Z,${i < 7 ? "COACH" : "OTHER"}`);
    work.push(`w${i},P${i},refund,${day(40)}T10:00:00Z,${i % 3 ? "ok" : "error"},false`);
  }
  work.push(`wc,${marks.employeeId},refund,${day(40)}T10:00:00Z,ok,true`);
  return {
    "people.csv": text(people),
    "skills.csv": text([
      "role,task,skill,depth,behaviour,target_level,critical_task",
      "clerk,refund,refunds,complex,Asks why,3,true",
      "soloist,refund,refunds,complex,Asks why,3,true",
      "soloist,sing,singing,complex,Holds the note,3,true",
    ]),
    "observations.csv": text(observations),
    "work_events.csv": text(work),
    "learning_events.csv": text([
      "event_id,employee_id,activity,verb,at",
      ...Array.from({ length: 13 }, (_, i) => `l${i},P${i},tip,accessed,${day(45)}T09:00:00Z`),
    ]),
  };
}

/** Rows of the canary's that are refused: a level that does not exist, and a note where a day should stand. */
export const refusedFile = text([
  "observation_id,employee_id,behaviour,level,source,observed_at,note",
  `refused-1,${marks.employeeId},Asks why,9,manager,${day(5)},${marks.note}`,
  `refused-2,${marks.employeeId},Asks why,4,manager,${marks.note},${marks.note}`,
]);

function text(rows: string[]): string {
  return `${rows.join("\n")}\n`;
}
