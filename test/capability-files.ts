export type CapabilityFiles = Record<string, string>;

/**
 * 12 clerks, 6 in Oslo and 6 in Rome, and in Rome 4 tellers and 3 porters; all reporting to a boss. Clerks need Refunds (level 3, three behaviours with
 * anchors) and Records (not described). In September 2026 everybody passed the certificate in Refunds; until October the boss rated each clerk of
 * Oslo every month, at 4 for half of them and at 2 for the others. Clerks of both sites finish jobs every month.
 */
export function capabilityFiles(): CapabilityFiles {
  const people = ["employee_id,role,unit,site,team,manager_id,hire_date", "boss,boss,Co,Oslo,Leads,,2020-01-01"];
  const learned = ["event_id,employee_id,activity,verb,at,success"];
  const seen = ["observation_id,employee_id,behaviour,level,source,rater_id,observed_at,independent,accurate"];
  const work = ["event_id,employee_id,task,completed_at,outcome"];
  const clerks = ["o1", "o2", "o3", "o4", "o5", "o6", "r1", "r2", "r3", "r4", "r5", "r6"];
  for (const [index, id] of clerks.entries()) {
    const oslo = id.startsWith("o");
    people.push(`${id},clerk,Co,${oslo ? "Oslo" : "Rome"},${oslo ? "North" : "South"},boss,2021-01-01`);
    learned.push(`l-${id},${id},refund-certificate,passed,2026-09-10T09:00:00Z,true`);
    for (const month of ["08", "09", "10"]) {
      for (let job = 0; job < 4; job += 1)
        work.push(
          `w-${id}-${month}-${job},${id},file,2026-${month}-0${job + 2}T10:00:00Z,${job === 0 ? "error" : "ok"}`,
        );
      if (oslo)
        seen.push(
          `s-${id}-${month},${id},Checks the order,${index % 2 === 0 ? 4 : 2},manager,boss,2026-${month}-15,true,true`,
        );
    }
  }
  for (let i = 1; i <= 4; i += 1) people.push(`t${i},teller,Co,Rome,Till,boss,2021-01-01`);
  for (let i = 1; i <= 3; i += 1) people.push(`p${i},porter,Co,Rome,Till,boss,2021-01-01`);
  const anchors = "anchor_1,anchor_2,anchor_3,anchor_4,anchor_5";
  const skills = [
    `role,task,skill,behaviour,target_level,${anchors}`,
    "clerk,file,Refunds,Checks the order,3,a,b,c,d,e",
    "clerk,file,Refunds,Names the rule,3,a,b,c,d,e",
    "clerk,file,Refunds,Writes the note,3,a,b,c,d,e",
    "clerk,file,Records,,3,,,,,",
    "teller,,Refunds,,3,,,,,",
    "porter,,Refunds,,3,,,,,",
  ];
  return {
    "people.csv": lines(people),
    "skills.csv": lines(skills),
    "activities.csv": "activity,title,format,skill\nrefund-certificate,Refund certificate,certification,Refunds\n",
    "learning_events.csv": lines(learned),
    "observations.csv": lines(seen),
    "work_events.csv": lines(work),
  };
}

const lines = (rows: readonly string[]) => `${rows.join("\n")}\n`;
