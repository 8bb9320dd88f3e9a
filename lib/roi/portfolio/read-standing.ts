import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { type FoundInitiative, findInitiatives } from "@/lib/roi/case/find-initiatives";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { query } from "@/lib/server/tenant-access";
import { type NamedActivity, readActivities } from "./activities-sql";
import type { SharedPeople } from "./count-once";
import { readReachable } from "./reachable-sql";
import { type RiskCover, readRiskCover } from "./risk-cover-sql";
import { readSharedPeople } from "./shared-people-sql";

/** What is known of initiatives beside their money. */
export type Standing = {
  minimum: number;
  dataVersion: string;
  found: Map<string, FoundInitiative>;
  owners: Map<string, string>;
  people: SharedPeople;
  reachable: Map<string, number>;
  risks: RiskCover[];
  /** Of all their chains, as the catalogue has them. */
  activities: NamedActivity[];
};

/** People, plans and results behind cases, in a handful of statements however many there are. */
export const readStanding = query(
  "roi.read",
  async (tx, monies: readonly InitiativeMoney[], { orgId }): Promise<Standing> => {
    const { dataVersion, initiatives } = await findInitiatives(tx, orgId, "all");
    const compared = monies.filter(({ evaluation }) => evaluation && ["A", "B", "C"].includes(evaluation.grade));
    const skillsOf = (some: readonly InitiativeMoney[]) => [...new Set(some.flatMap(({ skills }) => skills))];
    return {
      dataVersion,
      minimum: await readMinimumGroup(tx, orgId),
      found: new Map(initiatives.map((one) => [one.id, one])),
      owners: await readOwners(tx, orgId),
      people: await readSharedPeople(tx, orgId, new Map(monies.map((one) => [one.initiativeId, one.result.years]))),
      reachable: await readReachable(
        tx,
        orgId,
        monies.map(({ initiativeId }) => initiativeId),
      ),
      activities: await readActivities(tx, orgId, [...new Set(monies.flatMap(({ activities }) => activities))]),
      risks: await readRiskCover(tx, orgId, {
        evaluated: skillsOf(compared),
        shown: skillsOf(compared.filter(({ evaluation }) => evaluation?.direction === "better")),
      }),
    };
  },
);

/** Who leads its ninety days, else who registered it, else who wrote the plan. */
async function readOwners(tx: Tx, orgId: string): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select i.id, u.name from initiatives i
    left join programmes p on p.org_id = i.org_id and p.initiative_id = i.id
    join users u on u.org_id = i.org_id and u.id = coalesce(p.lead_id, i.registered_by, i.created_by)
    where i.org_id = ${orgId}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
