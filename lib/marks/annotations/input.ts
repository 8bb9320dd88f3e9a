import { z } from "zod";
import { dayNearToday } from "@/lib/entered-day";
import { entryId } from "@/lib/entry";
import { metricId } from "@/lib/targets/target-input";

const remark = z.object({
  /** Null: on the whole scorecard. */
  metric: metricId.nullable(),
  /** Null: on everybody's figure. */
  unitId: z.uuid("Choose a unit").nullable(),
  on: dayNearToday,
  text: z.string().trim().min(3, "Say what happened").max(500, "At most 500 characters"),
});

export type Remark = z.output<typeof remark>;

export const addAnnotationInput = remark.extend({ entryId });
export type AddAnnotation = z.output<typeof addAnnotationInput>;

export const editAnnotationInput = remark.extend({ id: z.uuid(), revision: z.int() });
export type EditAnnotation = z.output<typeof editAnnotationInput>;

export const removeAnnotationInput = editAnnotationInput.pick({ id: true, revision: true });
export type RemoveAnnotation = z.output<typeof removeAnnotationInput>;
