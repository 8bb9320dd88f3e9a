import type { OfferedActivity, OfferedSkill } from "./offer";
import type { Release } from "./release";

/** Detailed work activities of an occupation's tasks, with the skills they call on by O*NET's own links. */
export function readActivities(release: Release, code: string, skills: readonly OfferedSkill[]): OfferedActivity[] {
  const tasks = new Map<string, string[]>();
  for (const row of release.rows("Tasks to DWAs.txt", [code])) {
    const [dwa, task] = [row.get("DWA ID"), row.get("Task ID")];
    if (dwa && task) tasks.set(dwa, [...(tasks.get(dwa) ?? []), task]);
  }
  if (tasks.size === 0) return [];
  const skillsFor = new Map<string, Set<string>>();
  for (const row of release.rows("Skills to Work Activities.txt")) {
    const [skill, activity] = [row.get("Skills Element ID"), row.get("Work Activities Element ID")];
    if (skill && activity) skillsFor.set(activity, (skillsFor.get(activity) ?? new Set()).add(skill));
  }
  return release.rows("DWA Reference.txt").flatMap((row): OfferedActivity[] => {
    const [id, title] = [row.get("DWA ID"), row.get("DWA Title")];
    const of = tasks.get(id ?? "");
    if (!id || !title || !of) return [];
    const linked = skillsFor.get(row.get("Element ID") ?? "") ?? new Set();
    return [
      {
        key: `activity ${id}`,
        code: id,
        name: title.replace(/\.$/, ""),
        usual: false,
        tasks: of,
        skills: skills.filter((skill) => linked.has(skill.code)).map((skill) => skill.code),
      },
    ];
  });
}
