import { counted } from "@/lib/evaluation/counted";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { type Check, type CheckResult, cannotTell } from "./check";
import { judge, otherMonths, type RivalEvent, type RivalEvents } from "./rival-explanations-rules";
import { readCalendarOf, readSpan, type Span } from "./rival-explanations-sql";
import { shareText } from "./share-text";

const id = "rival_explanations";
const enter = "Enter in the calendar what else happened, or say there that nothing did.";
const help = "Compare within what the event reached, or outside it; and bring in later values, when it is over.";

/**
 * What else happened from the start of the baseline to the end of the follow-up? With a comparison group an event counts by how unequally it
 * reached those compared, by where they worked meanwhile: over 5 points apart warns, over 20 fails; alike cancels. Without one it counts by
 * the share it reached, and other months of the year after than before warn. Where the calendar is empty nobody can tell; where lots
 * were drawn that passes all the same, because they spread what nobody knows of by chance, which the interval counts in.
 */
export const rivalExplanations: Check = async ({ tx, plan, design, windows, panel }) => {
  const span = await readSpan(tx, windows);
  if (!span) return cannotTell(id, "No windows say from when to when to look.", "Name the windows in the plan.");
  const { kept, quiet, events: found } = await readCalendarOf(tx, plan, span);
  const minimum = await readMinimumGroup(tx, plan.orgId);
  const hasBefore = windows.baseline !== null && panel.withBaseline > 0 && design.outcome !== "time";
  const events = found.map((event) => judge(event, { span, hasBefore, compares: design.compares, minimum }));
  const rivals: RivalEvents = { ...span, ...apartFromElsewhere(events) };
  const answer = (status: CheckResult["status"], value: number | null, says: string, todo = help): CheckResult => ({
    id,
    status,
    value,
    says,
    help: todo,
    picture: [],
    rivals,
  });

  const of = (verdict: RivalEvent["verdict"]) => events.filter((event) => event.verdict === verdict);
  const [worst] = [...byReach(of("rival")), ...byReach(of("uneven"))];
  if (worst) {
    const status = worst.verdict === "rival" ? "fail" : "warn";
    const others = of("rival").length + of("uneven").length - 1;
    const consequence = status === "fail" ? "which may explain the result" : "which may be part of the result";
    const also = others > 0 ? `; ${counted(others, "other event", "other events")} may, too` : "";
    return answer(status, worst.apart, `${reachText(worst, design.compares)}, ${consequence}${also}.`);
  }
  const season = design.compares ? null : seasonOf(windows, span);
  if (season) return answer("warn", null, season, "Compare with the same months of the year before, or with a group.");
  const between = `between ${span.from} and ${span.to}`;
  const [unplaced] = of("unplaced");
  if (unplaced) {
    const says = `“${unplaced.name}” was in ${unplaced.where}, and nobody's unit or site is on file.`;
    return answer("cannot_tell", null, says, "Bring in people.csv with units and sites.");
  }
  if (!kept && quiet < 1) {
    const says =
      quiet > 0
        ? `Somebody says that nothing else happened ${between}, for ${shareText(quiet)} of the people only`
        : `The calendar does not say what else happened ${between}`;
    const spread = "; lots spread whatever did by chance, which the interval counts in, unless it was done to one arm";
    return design.random
      ? answer("pass", null, `${says}${spread}.`, enter)
      : answer("cannot_tell", null, `${says}.`, enter);
  }
  return answer("pass", worstShown(events), passText(events, between, quiet === 1));
};

/** What reached none of the people is counted, not shown: it is nothing of this initiative's. */
function apartFromElsewhere(events: readonly RivalEvent[]): Pick<RivalEvents, "events" | "elsewhere"> {
  const here = events.filter(({ verdict }) => verdict !== "elsewhere");
  return { events: here, elsewhere: events.length - here.length };
}

const byReach = (events: readonly RivalEvent[]) =>
  events.toSorted((left, right) => (right.apart ?? 0) - (left.apart ?? 0));

/** How far apart the groups were reached by what cancels. */
const worstShown = (events: readonly RivalEvent[]) => Math.max(0, ...events.map(({ apart }) => apart ?? 0));

function passText(events: readonly RivalEvent[], between: string, quiet: boolean): string {
  if (events.length === 0) {
    return quiet ? `Nothing else happened ${between}, the calendar says.` : `The calendar has nothing ${between}.`;
  }
  const of = (verdict: RivalEvent["verdict"]) => events.filter((event) => event.verdict === verdict).length;
  const [alike, lasting] = [of("alike"), of("lasting")];
  if (alike + lasting === 0) {
    const what = counted(events.length, "event", "events");
    return `The calendar has ${what} ${between}, where none of these people worked.`;
  }
  const said: string[] = [];
  if (alike > 0) said.push(`${counted(alike, "event", "events")} ${between} reached both sides alike, which cancels`);
  if (lasting > 0) said.push(`${counted(lasting, "event was", "events were")} there before and after alike`);
  return `${said.join("; ")}.`;
}

function reachText({ name, from, to, shares }: RivalEvent, compares: boolean): string {
  const days = to === null ? `since ${from}` : `${from} to ${to}`;
  const text = (share: number | null) => (share === null ? "a few" : shareText(share));
  const by = new Map(shares.map(({ group, share }) => [group, text(share)]));
  const treated = by.get("treated");
  const control = by.get("control");
  if (!compares) return `“${name}” (${days}) reached ${treated ?? "some"} of the people`;
  if (treated !== undefined && control !== undefined) {
    return `“${name}” (${days}) reached ${treated} of the treated and ${control} of the control people`;
  }
  const each = shares.map(({ group, share }) => `${text(share)} of ${group}`).join(", ");
  return `“${name}” (${days}) reached ${each}`;
}

const monthNames = "January February March April May June July August September October November December".split(" ");

/** Without a comparison group, other months of the year are a rival by themselves. */
function seasonOf({ baseline, followUp, firstExposure }: Parameters<Check>[0]["windows"], span: Span): string | null {
  const starts = followUp?.from ?? firstExposure;
  const ends = baseline?.to;
  if (!baseline || !ends || !starts || starts > span.to) return null;
  const other = otherMonths({ from: span.from, to: ends }, { from: starts, to: span.to });
  if (other.length === 0) return null;
  const names = other.map((month) => monthNames[month - 1]).join(", ");
  return `The follow-up has months of the year that the baseline has not (${names}), so the season may be part of the change.`;
}
