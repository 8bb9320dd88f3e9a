"use client";
import { useFormats } from "@/components/ui/formats-provider";
import { timeText } from "./event-study-rows";
import type { EventStudyPoint, EventStudyProps } from "./event-study-types";

type EventStudyTooltipProps = Pick<EventStudyProps, "unit" | "period"> & { point: EventStudyPoint; pinned: boolean };

export function EventStudyTooltip({ point: { time, shown }, unit, period, pinned }: EventStudyTooltipProps) {
  const formats = useFormats();
  const name = timeText(time, period);
  return (
    <div role="status" className="rounded-control border border-ink bg-paper p-2 text-table text-ink tabular-nums">
      <p className="font-semibold first-letter:uppercase">{name}</p>
      {shown ? (
        <>
          <p>
            {shown.interval
              ? formats.effect(shown.value, shown.interval, unit)
              : `${formats.change(shown.value, unit)}, no interval`}
          </p>
          {shown.band ? <p className="text-ink-2">Band around all: {formats.interval(shown.band, unit)}</p> : null}
        </>
      ) : (
        <p>Withheld: too few people.</p>
      )}
      <p className="mt-1 text-caption text-ink-3">{pinned ? "Press or Enter lets go" : "Press or Enter pins"}</p>
    </div>
  );
}
