import type { OwnSend, SendState } from "@/lib/digests/own-digest";
import type { Formats } from "@/lib/format/formats";

export const channelWords = { email: "E-mail", slack: "Slack", teams: "Teams" } as const;

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const weekdayOptions = weekdays.map((label, at) => ({ value: String(at + 1), label }));
export const monthDayOptions = Array.from({ length: 28 }, (_, at) => ({
  value: String(at + 1),
  label: String(at + 1),
}));
const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
export const hourOptions = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clock(hour) }));

type Schedule = {
  cadence: "weekly" | "monthly";
  day: number;
  hour: number;
  timeZone: string;
  quietFrom: number;
  quietTo: number;
};

/** "Every Monday at 08:00 (Europe/Berlin), not between 20:00 and 07:00". */
export function scheduleText({ cadence, day, hour, timeZone, quietFrom, quietTo }: Schedule): string {
  const when = cadence === "weekly" ? `Every ${weekdays[day - 1]}` : `On day ${day} of every month`;
  const quiet = quietFrom === quietTo ? "" : `, not between ${clock(quietFrom)} and ${clock(quietTo)}`;
  return `${when} at ${clock(hour)} (${zoneText(timeZone)})${quiet}`;
}

export const zoneText = (zone: string): string => zone.replaceAll("_", " ");

/** A moment on the clock of a zone, with the zone's short name. */
export function momentIn(formats: Pick<Formats, "locale">, at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(formats.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(at));
}

const states: Record<SendState, string> = {
  sent: "Sent",
  failed: "Failed",
  nothing_new: "Nothing new, so not sent",
  "handed-over": "Handed over; whether it arrived is not known",
  waiting: "On its way",
};

/** What became of a sending, with its reason where it did not go out. */
export function sendText({ state, error }: Pick<OwnSend, "state" | "error">): string {
  if (state === "waiting" && error) return `Tried and tried again soon: ${error}`;
  return error && state === "failed" ? `${states[state]}: ${error}` : states[state];
}

/** Whether somebody came from it. */
export function openedText({ state, openedAt }: OwnSend, formats: Pick<Formats, "moment">): string {
  if (openedAt) return formats.moment(openedAt);
  return state === "sent" ? "Not opened" : "";
}

export const periodText = ({ asked, dueFor }: Pick<OwnSend, "asked" | "dueFor">): string =>
  asked ? "Asked for" : dueFor.replace("-W", ", week ");
