import type { PublicError, Result } from "@/lib/errors";

export type SaveState =
  | { kind: "saved" }
  | { kind: "saving"; waiting: number }
  /** The server did not answer; asked again by itself. */
  | { kind: "offline"; waiting: number }
  /** Somebody else, or another tab, changed the draft in between. */
  | { kind: "conflict"; waiting: number }
  /** The server will not take the first step that waits. */
  | { kind: "refused"; waiting: number; error: PublicError };

type SaveLineOptions<Step> = {
  send: (step: Step) => Promise<Result<unknown>>;
  /** Called with all that waits whenever that changes, before anything is sent. */
  keep: (steps: readonly Step[]) => void;
  /** After so many ms an unanswered step is sent again, one entry per attempt; the last one holds for all that follow. */
  pauses?: readonly number[];
};

export type SaveLine<Step> = ReturnType<typeof createSaveLine<Step>>;

/** Sends steps one after the other, in the order they were made, and drops none by itself: what fails stays in line. */
export function createSaveLine<Step>({ send, keep, pauses = [1000, 3000, 8000, 20000] }: SaveLineOptions<Step>) {
  let line: Step[] = [];
  let state: SaveState = { kind: "saved" };
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hearers = new Set<() => void>();
  const become = (next: SaveState) => {
    state = next;
    for (const hear of hearers) hear();
  };

  const pump = async () => {
    clearTimeout(timer);
    const step = line[0];
    if (busy || step === undefined) return;
    busy = true;
    if (state.kind !== "offline") become({ kind: "saving", waiting: line.length });
    const answer = await send(step).catch(() => null);
    busy = false;
    if (answer === null) {
      become({ kind: "offline", waiting: line.length });
      const pause = pauses[Math.min(failures, pauses.length - 1)] ?? 0;
      failures += 1;
      timer = setTimeout(() => void pump(), pause);
      return;
    }
    failures = 0;
    if (!answer.ok) {
      const { error } = answer;
      become(
        error.code === "conflict"
          ? { kind: "conflict", waiting: line.length }
          : { kind: "refused", waiting: line.length, error },
      );
      return;
    }
    line = line.slice(1);
    keep(line);
    if (line.length === 0) return become({ kind: "saved" });
    become({ kind: "saving", waiting: line.length });
    await pump();
  };

  return {
    state: () => state,
    waiting: () => line as readonly Step[],
    subscribe: (hear: () => void) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    push: (...steps: Step[]) => {
      line = [...line, ...steps];
      keep(line);
      if (state.kind === "conflict" || state.kind === "refused") return become({ ...state, waiting: line.length });
      void pump();
    },
    /** Sends again what waits, by hand or because the network is back. After a conflict the draft has to be read first: says so again. */
    retry: () => {
      if (busy) return;
      if (state.kind === "conflict") become({ ...state });
      else void pump();
    },
    /** After a conflict: what waits from now on, sent from its first step. Nothing is dropped from what is kept where none waits. */
    restart: (steps: readonly Step[]) => {
      line = [...steps];
      failures = 0;
      if (line.length === 0) return become({ kind: "saved" });
      keep(line);
      become({ kind: "saving", waiting: line.length });
      void pump();
    },
    /** Gives up the first step that waits, where the server will not take it: what was made upon it is put on the draft as it is then. */
    giveUp: () => {
      if (busy || state.kind !== "refused") return;
      line = line.slice(1);
      keep(line);
      become({ kind: "conflict", waiting: line.length });
    },
    stop: () => clearTimeout(timer),
  };
}
