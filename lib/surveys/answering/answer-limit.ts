import "server-only";

const window = 15 * 60_000;
/** A whole site may sit behind one address: far more than people answer, far less than a script asks. */
const most = { open: 600, unknown: 40, answer: 300 };
const mostAddresses = 10_000;

export type Kind = keyof typeof most;

const seen = new Map<string, number[]>();

/** Notes one more of a kind from an address. False where there were too many lately. Kept in the memory of this process, as tries to sign in. */
export function isWithinLimit(kind: Kind, address: string, now = Date.now()): boolean {
  const key = `${kind} ${address}`;
  const times = (seen.get(key) ?? []).filter((at) => now - at < window);
  if (times.length >= most[kind]) return false;
  seen.delete(key);
  seen.set(key, [...times, now]);
  for (const oldest of seen.keys()) {
    if (seen.size <= mostAddresses) break;
    seen.delete(oldest);
  }
  return true;
}
