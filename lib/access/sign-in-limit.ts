import "server-only";

const window = 15 * 60_000;
const triesFromOneAddress = 5;
const triesFromAnywhere = 30;
const most = 10_000;

const failures = new Map<string, number[]>();

/** Kept in the memory of this process: a restart forgets it, and a second process counts for itself. */
export function isLocked(email: string, address: string, now = Date.now()): boolean {
  return (
    recent(pair(email, address), now).length >= triesFromOneAddress || recent(email, now).length >= triesFromAnywhere
  );
}

export function noteFailure(email: string, address: string, now = Date.now()): void {
  for (const key of [pair(email, address), email]) {
    const tries = [...recent(key, now), now];
    failures.delete(key);
    failures.set(key, tries);
  }
  for (const oldest of failures.keys()) {
    if (failures.size <= most) break;
    failures.delete(oldest);
  }
}

export function forgetFailures(email: string, address: string): void {
  failures.delete(pair(email, address));
  failures.delete(email);
}

const pair = (email: string, address: string) => `${email} ${address}`;

function recent(key: string, now: number): number[] {
  return (failures.get(key) ?? []).filter((at) => now - at < window);
}
