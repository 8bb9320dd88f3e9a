import { afterQuietHours } from "@/lib/observe/quiet-hours";
import type { DigestSchedule } from "./input";

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** The first moment at or after one that is outside a digest's quiet hours. */
export function afterQuiet(moment: Date, { quietFrom, quietTo, timeZone }: DigestSchedule): Date {
  return afterQuietHours(moment, { from: clock(quietFrom), until: clock(quietTo), days: [], timeZone });
}
