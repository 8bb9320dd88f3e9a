import { del, delMany, entries, set } from "idb-keyval";
import type { Step } from "./step";

const tabKey = "throughline-tab";
const prefix = (draftId: string, userId: string) => `draft:${draftId}:${userId}:`;

/** A name for this tab that outlives a reload. */
function tabName(): string {
  const known = sessionStorage.getItem(tabKey);
  if (known) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem(tabKey, name);
  return name;
}

export type Keeper = { keep: (steps: readonly Step[]) => void };

/** Keeps what waits to be saved on this device. Where the browser forbids that, work goes on and only a reload would lose what waits. */
export function keeperOf(draftId: string, userId: string): Keeper {
  const key = prefix(draftId, userId) + tabName();
  return {
    keep: (steps) => {
      const done = steps.length === 0 ? del(key) : set(key, steps);
      done.catch(() => {});
    },
  };
}

/** What this tab, or one that is gone, left unsaved; from now on all of it is this tab's. Open tabs hold a lock and keep theirs. */
export async function takeKeptSteps(draftId: string, userId: string): Promise<Step[]> {
  const start = prefix(draftId, userId);
  const own = start + tabName();
  try {
    const alive = await openTabs();
    const found = (await entries<string, Step[]>()).filter(([key]) => key.startsWith(start));
    const left = found.filter(([key]) => key !== own && !alive.has(key.slice(start.length)));
    const mine = found.filter(([key]) => key === own);
    const steps = [...left, ...mine].flatMap(([, some]) => some);
    if (left.length > 0) {
      await set(own, steps);
      await delMany(left.map(([key]) => key));
    }
    return steps;
  } catch {
    return [];
  }
}

/** How many changes wait on this device, for a page that is not the editor. */
export async function countKeptSteps(draftId: string, userId: string): Promise<number> {
  const found = await entries<string, Step[]>().catch(() => []);
  return found
    .filter(([key]) => key.startsWith(prefix(draftId, userId)))
    .reduce((count, [, steps]) => count + steps.length, 0);
}

async function openTabs(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(tabKey) ? [name.slice(tabKey.length + 1)] : [])));
}

/** Says to other tabs that this one is open, until it is closed. */
export function holdTab(): () => void {
  const leaving = new AbortController();
  const held = new Promise<void>((resolve) => leaving.signal.addEventListener("abort", () => resolve()));
  navigator.locks?.request(`${tabKey}:${tabName()}`, { ifAvailable: true }, () => held).catch(() => {});
  return () => leaving.abort();
}
