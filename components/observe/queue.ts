import { createStore, del, entries, set } from "idb-keyval";
import type { ObservationDraft, SkipReason } from "@/lib/observe/input";

type About = { writtenBy: string; people: string[]; behaviourId: string };
export type SkipDraft = About & { why: SkipReason; on: string };

type Task =
  | { kind: "record"; body: ObservationDraft; photo?: Blob }
  | { kind: "skip"; body: SkipDraft }
  | { kind: "undo"; body: Pick<ObservationDraft, "id" | "writtenBy" | "people"> }
  | { kind: "unskip"; body: Omit<SkipDraft, "why"> };

/** Something that was written on this device and has not been taken by the server yet. */
export type Entry = Task & {
  key: string;
  writtenAt: number;
  /** Whom and what it is about, to be shown. */
  who: string;
  what: string;
  /** Why the server refused it: it waits to be mended or dropped. */
  refused?: string;
};

const store = () => createStore("throughline-observe", "queue");
let memory: Map<string, Entry> | null = null;
const hearers = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("throughline-observe");
channel?.addEventListener("message", () => tellHere());

/** What a user has waiting on this device, in the order it was written. Entries of others who used it stay out of sight. */
export async function readQueue(userId: string): Promise<Entry[]> {
  const all = memory ? [...memory.values()] : await kept();
  return all.filter((entry) => entry.body.writtenBy === userId).sort((a, b) => a.writtenAt - b.writtenAt);
}

async function kept(): Promise<Entry[]> {
  try {
    return (await entries<string, Entry>(store())).map(([, entry]) => entry);
  } catch {
    memory = new Map();
    return [];
  }
}

/** @returns whether it survives closing the page: some browsers keep nothing */
export async function putEntry(entry: Entry): Promise<boolean> {
  try {
    if (memory) memory.set(entry.key, entry);
    else await set(entry.key, entry, store());
  } catch {
    memory = new Map([[entry.key, entry]]);
  }
  tell();
  return memory === null;
}

export async function dropEntry(key: string): Promise<void> {
  if (memory) memory.delete(key);
  else await del(key, store());
  tell();
}

/** Called when the queue changes, in this window or another one. */
export function onQueue(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function tell(): void {
  tellHere();
  channel?.postMessage("changed");
}

function tellHere(): void {
  for (const hear of hearers) hear();
}
