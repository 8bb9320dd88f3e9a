import type { Formats } from "@/lib/format/formats";
import type { WhereInWork } from "@/lib/initiatives/read-where-in-work";

/** How far the loop from the initiative to the work and back is closed. */
export function loopWords({ tasks, steps, points }: WhereInWork, formats: Formats): string {
  const count = (n: number, one: string, more: string) => `${formats.number(n)} ${n === 1 ? one : more}`;
  if (tasks.length === 0 && points.length === 0)
    return "The chain touches no task: it names no behaviour, skill or activity that a role needs for one.";
  const mapped = tasks.filter((task) => task.mapped).length;
  const touched = `Through its chain it touches ${count(tasks.length, "task", "tasks")}, ${formats.number(mapped)} of them on a mapped workflow (${count(steps.length, "step", "steps")}).`;
  const solved = points.filter(({ status }) => status === "solved");
  const stays = solved.filter(({ recheck }) => recheck?.verdict === "fewer").length;
  const open = points.length - solved.length;
  const friction =
    points.length === 0
      ? " No friction point is kept there."
      : ` Of ${count(points.length, "friction point", "friction points")} there ${formats.number(open)} ${open === 1 ? "is" : "are"} open and ${formats.number(solved.length)} solved, of which ${formats.number(stays)} stayed solved when measured again.`;
  return `${touched}${friction} Found from the chain each time; figures are observed and no effect of the initiative.`;
}
