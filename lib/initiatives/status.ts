export type InitiativeStatus = "draft" | "planned" | "running" | "too early" | "evaluated" | "not evaluated";

type Calendar = { starts: string | null; followUpFrom: string | null; followUpTo: string | null };

/** Where an initiative stands on a day: before anybody is exposed, before the follow-up, during it, or after. */
export function statusOf(
  { starts, followUpFrom, followUpTo }: Calendar,
  evaluated: boolean,
  today: string,
): InitiativeStatus {
  if (evaluated) return "evaluated";
  const begins = starts ?? followUpFrom;
  if (begins !== null && today < begins) return "planned";
  if (followUpFrom !== null && today < followUpFrom) return "running";
  if (followUpTo !== null && today < followUpTo) return "too early";
  return "not evaluated";
}
