import { z } from "zod";
import { entryId } from "@/lib/entry";

/** What may be shared: each kind is built on the server from these parameters, as whoever shares it sees it. */
const reportKinds = ["roi", "initiative", "scorecard"] as const;

const label = z.string().trim().min(3, "Say what it is, so that you find it again").max(120, "At most 120 characters");

export const shareInput = z.object({
  entryId,
  kind: z.enum(reportKinds),
  params: z.record(z.string().max(40), z.string().max(2_000)),
  label,
  days: z.int("Write a whole number of days").min(1, "A day at least").max(90, "90 days at most"),
});
export type ShareInput = z.output<typeof shareInput>;

export const revokeInput = z.object({ id: z.uuid() });
