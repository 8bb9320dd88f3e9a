import type { Formats } from "@/lib/format/formats";
import type { AbleChange, AbleTask } from "./able";

/** `67 of 143 people can do it alone (47%, 39 to 55)`; null where it is not told how they stand. */
function aloneWords({ whole: { state } }: AbleTask, formats: Formats): string | null {
  if (state.kind !== "shown" || state.standing.kind !== "told") return null;
  const { people, standing } = state;
  const share = formats.estimate(standing.alone / people, standing.interval, "share");
  const unknown = standing.unclear + standing.unseen;
  const rest = unknown > 0 ? `; too little is known of ${formats.number(unknown)}` : "";
  return `${formats.number(standing.alone)} of ${formats.number(people)} people can do it alone, ${share}${rest}`;
}

/** How that stands against the earlier day, as the second half of a sentence; null where there is nothing to hold it against. */
function changeWords(change: AbleChange, before: string | null, formats: Formats): string | null {
  if (change.kind !== "told" || before === null) return null;
  const { value, interval, verdict } = change.shift;
  const of = ({ n, events }: { n: number; events: number }) => `${formats.number(events)} of ${formats.number(n)}`;
  const words = { higher: "higher than then", lower: "lower than then", flat: "no clear change" }[verdict];
  const shift = `${formats.effect(value, interval, "share")}, ${words}`;
  const was = `on ${formats.date(before)} it was ${of(change.before)}`;
  return change.among === "all"
    ? `${was}: ${shift}`
    : `of those of whom enough is known it is ${of(change.now)}, ${was}: ${shift}`;
}

const most = 3;

/** The first things to know of these tasks, one sentence each: those that most people do first. */
export function leadingWords(tasks: readonly AbleTask[], before: string | null, formats: Formats): string[] {
  const peopleOf = ({ whole: { state } }: AbleTask) => (state.kind === "shown" ? state.people : 0);
  return tasks
    .toSorted((a, b) => peopleOf(b) - peopleOf(a))
    .flatMap((task) => {
      const alone = aloneWords(task, formats);
      const changed = changeWords(task.change, before, formats);
      return alone ? [`${task.task} (${task.role}): ${alone}${changed ? `; ${changed}` : ""}.`] : [];
    })
    .slice(0, most);
}
