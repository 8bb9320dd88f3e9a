import { sql } from "drizzle-orm";
import type { Design } from "@/lib/evaluation/design";
import { didCr1 } from "@/lib/evaluation/estimators/did-cr1";
import { didWelch } from "@/lib/evaluation/estimators/did-welch";

/** Those exposed when the follow-up starts, against those not exposed until it ends; whoever starts in between is left out. */
export const phased: Design = {
  estimators: [didCr1, didWelch],
  armOf: ({ followUp }) => sql`case
    when label = 'control' then 'control'
    when exposure <= ${followUp?.from ?? null}::date then 'treated'
    when exposure > coalesce(${followUp?.to ?? null}::date, 'infinity') then 'control'
  end`,
  random: false,
  compares: true,
  limits: [
    "It compares those exposed when the follow-up began with those not exposed until it ended; later waves are left out.",
    "It is the effect only if both groups would have changed alike without the programme.",
  ],
};
