const dayLength = 86_400_000;

/** Days are whole numbers since 1970-01-01, so that comparing and adding them is arithmetic. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength;
}

const texts = new Map<number, string>();

export function dateText(day: number): string {
  const known = texts.get(day);
  if (known) return known;
  const text = new Date(day * dayLength).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));

export function timeText(seconds: number): string {
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const hour = twoDigits[Math.floor(rest / 3600)];
  return `${dateText(day)}T${hour}:${twoDigits[Math.floor(rest / 60) % 60]}:${twoDigits[rest % 60]}Z`;
}

export type Month = {
  index: number;
  /** "2025-03" */
  name: string;
  /** 0 is January. */
  ofYear: number;
  first: number;
  last: number;
  workdays: number[];
};

export function monthsFrom(first: string, count: number): Month[] {
  const [year = 0, month = 1] = first.split("-").map(Number);
  return Array.from({ length: count }, (_, index) => {
    const start = Date.UTC(year, month - 1 + index, 1) / dayLength;
    const end = Date.UTC(year, month + index, 1) / dayLength - 1;
    const days = Array.from({ length: end - start + 1 }, (_, offset) => start + offset);
    return {
      index,
      name: dateText(start).slice(0, 7),
      ofYear: (month - 1 + index) % 12,
      first: start,
      last: end,
      workdays: days.filter(isWorkday),
    };
  });
}

export function isWorkday(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}
