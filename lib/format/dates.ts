export type Grain = "month" | "quarter" | "year";

type DateLike = string | Date;

/** 31 October 2026. A day is a string YYYY-MM-DD or the UTC day of a moment. */
export function formatDate(locale: string, day: DateLike): string {
  return intl(locale, "day").format(moment(day));
}

/** 31 Oct 2026, for tables. */
export function formatShortDate(locale: string, day: DateLike): string {
  return intl(locale, "shortDay").format(moment(day));
}

/** 31 Oct 2026, 14:05 UTC. */
export function formatMoment(locale: string, at: DateLike): string {
  const time = intl(locale, "time").format(moment(at));
  return `${formatShortDate(locale, at)}, ${time} UTC`;
}

/** Oct 2026. */
export function formatMonth(locale: string, day: DateLike): string {
  return intl(locale, "month").format(moment(day));
}

/** Oct 2026, Q4 2026 or 2026: the period that holds the day. */
export function formatPeriod(locale: string, grain: Grain, day: DateLike): string {
  const at = moment(day);
  if (grain === "month") return formatMonth(locale, at);
  if (grain === "year") return String(at.getUTCFullYear());
  return `Q${Math.floor(at.getUTCMonth() / 3) + 1} ${at.getUTCFullYear()}`;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** 4 minutes ago, in 2 hours, just now. `now` is passed in: two clocks would not agree. */
export function formatAge(locale: string, at: DateLike, now: DateLike): string {
  const seconds = (moment(at).getTime() - moment(now).getTime()) / 1000;
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) {
      return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(Math.trunc(seconds / size), unit);
    }
  }
  return "just now";
}

/** 45 s, 12 min, 3 h 20 min, 4.2 days. */
export function formatDuration(locale: string, seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) throw new TypeError(`${seconds} s is not a duration`);
  if (seconds < 60) return `${Math.round(seconds)}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)}\u00a0h${rest === 0 ? "" : ` ${rest}\u00a0min`}`;
  const days = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(minutes / 1440);
  return `${days}\u00a0days`;
}

const shapes = {
  day: { day: "numeric", month: "long", year: "numeric" },
  shortDay: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const known = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it, and a page shows hundreds of dates. */
function intl(locale: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${shape}`;
  const format = known.get(key) ?? new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone: "UTC" });
  known.set(key, format);
  return format;
}

function moment(value: DateLike): Date {
  const at = typeof value === "string" ? new Date(value) : value;
  if (Number.isNaN(at.getTime())) throw new TypeError(`${String(value)} is not a date`);
  return at;
}
