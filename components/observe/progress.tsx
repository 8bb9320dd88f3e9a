"use client";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";

type ProgressProps = { done: number; all: number; week: string; undo: { who: string; act: () => void } | null };

/** How far the sitting is, how much of the week is used, and the way back. */
export function Progress({ done, all, week, undo }: ProgressProps) {
  return (
    <div className="mb-4">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 text-table text-ink-2">
        <LiveRegion>
          {done} of {all} today · {week}
        </LiveRegion>
        {undo ? (
          <Button look="inline" onClick={undo.act}>
            Undo {undo.who}
          </Button>
        ) : null}
      </div>
      <div aria-hidden="true" className="h-1 bg-rule">
        <div className="h-1 bg-line" style={{ width: `${all === 0 ? 100 : (100 * done) / all}%` }} />
      </div>
    </div>
  );
}
