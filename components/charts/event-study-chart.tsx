"use client";
import dynamic from "next/dynamic";
import { useFormats } from "@/components/ui/formats-provider";
import { eventStudyTable } from "./event-study-rows";
import type { EventStudyProps } from "./event-study-types";
import { NearFrame } from "./near-frame";

const EventStudyDrawing = dynamic(() => import("./event-study-drawing").then((loaded) => loaded.EventStudyDrawing), {
  ssr: false,
});

/** Effects by time since exposure, with the interval of each and the band around all, and the numbers as a table. */
export function EventStudyChart(props: EventStudyProps) {
  const { title, answer, caption, description, csv, height = 300 } = props;
  const formats = useFormats();
  return (
    <NearFrame
      title={title}
      answer={answer}
      caption={caption}
      description={description}
      csv={csv}
      height={height}
      table={eventStudyTable(props, formats)}
    >
      {(width) => <EventStudyDrawing {...props} width={width} height={height} />}
    </NearFrame>
  );
}
