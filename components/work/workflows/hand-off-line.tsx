import type { Formats } from "@/lib/format/formats";
import type { MappedStep } from "@/lib/work/workflows/read-workflow";

type HandOffLineProps = { step: MappedStep; minimum: number; last: boolean; formats: Formats };

/** What lies between a step and the next: to whom, and how long it waits as people say and as cases show. */
export function HandOffLine({ step, minimum, last, formats }: HandOffLineProps) {
  const { handsTo, statedDelayHours, delay } = step;
  if (last && !handsTo && statedDelayHours === null) return null;
  const stated = statedDelayHours === null ? null : `${formats.figure(statedDelayHours)} h as people say`;
  const shown = delayText(delay, minimum, formats);
  const late = statedDelayHours !== null && delay?.median ? delay.median >= 2 * statedDelayHours : false;
  return (
    <p className="ms-6 border-l-2 border-line py-2 ps-4 text-table text-ink-2">
      <span aria-hidden="true">↓ </span>
      {handsTo ? <span className="font-medium text-ink">Hands over to {handsTo.name}. </span> : null}
      {[stated, shown].filter(Boolean).join("; ") || "No delay stated, and no case went this way"}
      {late ? (
        <span className="font-medium text-worse"> Cases wait twice as long as people say, or longer.</span>
      ) : null}
    </p>
  );
}

function delayText(delay: MappedStep["delay"], minimum: number, formats: Formats): string | null {
  if (!delay) return null;
  if (delay.withheld) return `withheld: fewer than ${minimum} people on one side`;
  if (delay.median === null || delay.most === null) return "cases went this way, but not when they were taken up";
  return `cases wait ${formats.figure(delay.median)} h (half of them longer), one in ten over ${formats.figure(delay.most)} h, of ${formats.number(delay.known)} hand-offs`;
}
