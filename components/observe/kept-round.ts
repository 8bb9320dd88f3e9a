import type { RoundCard } from "@/lib/observe/round";

const script = "/observe-worker.js";
const scope = "/team/observe";
const cachePrefix = "throughline-observe-";
const answersKey = "throughline-observe-answers";

/** Has the page of the round kept for when there is no network. `whenKept` is called once it can be opened without one. */
export async function keepRound(whenKept: () => void): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", (event: MessageEvent<{ kind?: string }>) => {
    if (event.data?.kind === "kept") whenKept();
  });
  const registration = await navigator.serviceWorker.register(script, { scope, updateViaCache: "none" });
  const worker = await activeWorker(registration);
  const assets = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname + new URL(name).search)
    .filter((path) => path.startsWith("/_next/static/"));
  worker.postMessage({ kind: "keep", assets });
}

function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const coming = registration.installing ?? registration.waiting;
  if (!coming && registration.active) return Promise.resolve(registration.active);
  return new Promise((resolve, reject) => {
    coming?.addEventListener("statechange", () => {
      if (coming.state === "activated") resolve(coming);
      if (coming.state === "redundant") reject(new Error("Another version of the worker took over"));
    });
  });
}

/** At sign-in and sign-out: whoever comes next on this device finds nothing of the round. The queue stays with its writer. */
export async function forgetRound(): Promise<void> {
  try {
    localStorage.removeItem(answersKey);
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(cachePrefix)).map((name) => caches.delete(name)));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** By card; "open" is one that was taken back here, whatever the page still says. */
export type Answers = Record<string, "rated" | "skipped" | "open">;

/** How a card was answered, here or as the page knows it. */
export function answerOf(card: RoundCard, answers: Answers): RoundCard["answered"] {
  const here = answers[card.key];
  return here ? (here === "open" ? null : here) : card.answered;
}

/** What this device answered of the day's round: a page kept from before does not know it. */
export function readAnswers(userId: string, day: string): Answers {
  try {
    const kept = JSON.parse(localStorage.getItem(answersKey) ?? "null");
    return kept?.userId === userId && kept?.day === day ? kept.answers : {};
  } catch {
    return {};
  }
}

export function keepAnswers(userId: string, day: string, answers: Answers): void {
  try {
    localStorage.setItem(answersKey, JSON.stringify({ userId, day, answers }));
  } catch {
    // Private windows may refuse; the page in memory knows.
  }
}
