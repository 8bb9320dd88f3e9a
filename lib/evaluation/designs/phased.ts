import { sql } from "drizzle-orm";
import type { Design } from "@/lib/evaluation/design";
import { didCr1 } from "@/lib/evaluation/estimators/did-cr1";
import { didWelch } from "@/lib/evaluation/estimators/did-welch";
import { notBuilt } from "@/lib/evaluation/not-built";

/**
 * Those exposed when the follow-up starts, against those not exposed until it ends, if ever; whoever starts in between is left
 * out. The methods the format names for a phased roll-out are listed as refusals until they are built.
 */
export const phased: Design = {
  estimators: [
    didCr1,
    didWelch,
    notBuilt("callaway_santanna_never_treated"),
    notBuilt("callaway_santanna_not_yet_treated"),
    notBuilt("twfe_cr1"),
  ],
  armOf: ({ followUp }) => sql`case
    when label = 'control' or exposure is null then 'control'
    when exposure <= ${followUp?.from ?? null}::date then 'treated'
    when exposure > coalesce(${followUp?.to ?? null}::date, 'infinity') then 'control'
  end`,
  random: false,
  compares: true,
  limits: [
    "It compares those exposed when the follow-up began with those not exposed until it ended; later waves are left out.",
    "It is one average over all who were exposed by then; for whom or where it was larger or smaller is not told apart.",
    "It is the effect only if both groups would have changed alike without the programme.",
  ],
};
