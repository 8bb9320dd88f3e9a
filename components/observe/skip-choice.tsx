"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type SkipReason, skipReasons, skipWords } from "@/lib/observe/input";

type SkipChoiceProps = { onSkip: (why: SkipReason) => void };

/** "Could not see it", and why: it is then not asked again for a while. */
export function SkipChoice({ onSkip }: SkipChoiceProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        Could not see it
      </Button>
      {open ? (
        <fieldset className="absolute inset-x-0 bottom-full border-t border-ink bg-paper px-4 py-3 sm:inset-x-auto sm:border">
          <legend className="sr-only">Why could you not see it</legend>
          <p className="mb-2 text-table text-ink-2" aria-hidden="true">
            Why? It is then not asked again for a while.
          </p>
          <div className="flex flex-col gap-2">
            {skipReasons.map((why) => (
              <Button key={why} onClick={() => onSkip(why)}>
                {skipWords[why]}
              </Button>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}
