import { sql } from "drizzle-orm";
import type { Design } from "@/lib/evaluation/design";
import { callawaySantannaNeverTreated } from "@/lib/evaluation/estimators/callaway-santanna-never-treated";
import { callawaySantannaNotYetTreated } from "@/lib/evaluation/estimators/callaway-santanna-not-yet-treated";
import { didCr1 } from "@/lib/evaluation/estimators/did-cr1";
import { didWelch } from "@/lib/evaluation/estimators/did-welch";
import { twfeCr1 } from "@/lib/evaluation/estimators/twfe-cr1";

/**
 * Each wave from its exposure on, against those never or not yet exposed. The arms of the picture and of the two simple comparisons
 * beside it are those exposed when the follow-up starts and those not exposed until it ends; whoever starts in between is in neither.
 */
export const phased: Design = {
  estimators: [callawaySantannaNeverTreated, callawaySantannaNotYetTreated, twfeCr1, didCr1, didWelch],
  leading: ({ control }) => `callaway_santanna_${control ?? "never_treated"}`,
  armOf: ({ followUp }) => sql`case
    when label = 'control' or exposure is null then 'control'
    when exposure <= ${followUp?.from ?? null}::date then 'treated'
    when exposure > coalesce(${followUp?.to ?? null}::date, 'infinity') then 'control'
  end`,
  random: false,
  compares: true,
  outcome: "trends",
  limits: [
    "It is one average over all waves and periods after their exposure; for whom or where it was larger or smaller is not told apart.",
    "It is the effect only if all waves would have changed alike without the programme.",
  ],
};
