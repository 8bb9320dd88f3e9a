import type { PublicError } from "@/lib/errors";
import { type Outcome, outcomeOf } from "./outcome";
import { dropEntry, type Entry, putEntry, readQueue } from "./queue";

export type Sent = { ended: "empty" | "later" | "signed-out"; taken: number };

/** Sends what waits, oldest first, one window at a time. Stops where there is no network or no session. */
export function sendQueue(userId: string): Promise<Sent> {
  if (!navigator.locks) return sendAll(userId);
  return navigator.locks.request("throughline-observe", () => sendAll(userId));
}

async function sendAll(userId: string): Promise<Sent> {
  let taken = 0;
  for (const entry of await readQueue(userId)) {
    if (entry.refused) continue;
    const outcome = await send(entry);
    if (outcome.kind === "later" || outcome.kind === "signed-out") return { ended: outcome.kind, taken };
    if (outcome.kind === "refused") {
      // Taken back while it was on its way: then nobody waits for it any more.
      const waits = (await readQueue(userId)).some(({ key }) => key === entry.key);
      if (waits) await putEntry({ ...entry, refused: outcome.reason });
    } else {
      await dropEntry(entry.key);
      taken += 1;
    }
  }
  return { ended: "empty", taken };
}

async function send(entry: Entry): Promise<Outcome> {
  try {
    const answer = await fetch(...requestOf(entry));
    const body = answer.ok ? null : ((await answer.json().catch(() => null)) as { error?: PublicError } | null);
    return outcomeOf(answer.status, body?.error ?? null);
  } catch {
    return { kind: "later" };
  }
}

function requestOf(entry: Entry): [string, RequestInit] {
  const json = { headers: { "content-type": "application/json" }, body: JSON.stringify(entry.body) };
  if (entry.kind === "undo") return ["/api/observe/undo", { method: "POST", ...json }];
  if (entry.kind === "skip") return ["/api/observe/skips", { method: "POST", ...json }];
  if (entry.kind === "unskip") return ["/api/observe/skips", { method: "DELETE", ...json }];
  const form = new FormData();
  form.set("observation", JSON.stringify(entry.body));
  if (entry.photo) form.set("photo", entry.photo, "photo.jpg");
  return ["/api/observe", { method: "POST", body: form }];
}
