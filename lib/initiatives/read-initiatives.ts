import { sql } from "drizzle-orm";
import type { initiatives } from "@/db/schema/initiatives";
import type { Chain } from "@/db/schema/plan-terms";
import type { kpis } from "@/db/schema/work";
import { codeVersion } from "@/lib/evaluation/code-version";
import { type Headline, headlineOf } from "@/lib/evaluation/headline";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import type { Window } from "@/lib/evaluation/plan";
import type { EvaluationResult, Grade } from "@/lib/evaluation/result";
import { readDataVersion } from "@/lib/intake/data-version";
import { type ChainGap, gapsOfChain } from "@/lib/plans/chain-gaps";
import { readLayers } from "@/lib/plans/read-start";
import { query } from "@/lib/server/tenant-access";
import { type InitiativeStatus, statusOf } from "./status";

export type InitiativeRow = {
  id: string;
  title: string;
  design: typeof initiatives.$inferSelect.design;
  chain: Chain;
  people: number;
  status: InitiativeStatus;
  followUpTo: string | null;
  /** The primary KPI; null where the plan names none that is known. */
  kpi: Pick<typeof kpis.$inferSelect, "code" | "name" | "unit" | "direction"> | null;
  /** Null before it was evaluated, and where the result is withheld. */
  claim: { grade: Grade; sentence: string } | null;
  headline: Headline | null;
  /** What its chain does not name; with gaps a registered one is a content library. Empty for a draft, which says so on its own page. */
  gaps: ChainGap[];
  /** The version before this one, and its number from 1 on. */
  iterates: string | null;
  version: number;
};

type Found = Omit<InitiativeRow, "status" | "kpi" | "claim" | "headline" | "gaps"> & {
  draft: boolean;
  starts: string | null;
  baseline: Window;
  followUpFrom: string | null;
  /** Codes of the secondary KPIs. */
  secondaries: string[];
  transform: Record<string, "none" | "log">;
  kpi: InitiativeRow["kpi"];
  result: EvaluationResult | null;
};

/**
 * All initiatives of the organisation with the evaluation of the data as they are now, the newest start first. A draft has none. Explorations
 * stand on the page of what they explore.
 */
export const readInitiatives = query("initiative.read", async (tx, _: null, { orgId }): Promise<InitiativeRow[]> => {
  const dataVersion = await readDataVersion(tx);
  const minimum = await readMinimumGroup(tx, orgId);
  const { rows } = await tx.execute<Found>(sql`
    select i.id, i.title, i.design, i.chain, i.draft, i.transform, i.iterates, i.version, m.people, m.starts::text,
      json_build_object('from', i.baseline_from, 'to', i.baseline_to) as baseline,
      array(select s.code from initiative_kpis o join kpis s on s.org_id = o.org_id and s.id = o.kpi_id
        where o.org_id = i.org_id and o.initiative_id = i.id and o.role = 'secondary') as secondaries,
      i.follow_up_from::text as "followUpFrom", i.follow_up_to::text as "followUpTo",
      case when k.id is not null then json_build_object('code', k.code, 'name', k.name, 'unit', k.unit, 'direction', k.direction) end as kpi,
      e.result
    from initiatives i
    left join lateral (
      select count(*)::int as people, min(exposed_on) filter (where arm <> 'control') as starts
      from arm_members a where a.org_id = i.org_id and a.initiative_id = i.id
    ) m on true
    left join initiative_kpis p on p.org_id = i.org_id and p.initiative_id = i.id and p.role = 'primary'
    left join kpis k on k.org_id = i.org_id and k.id = p.kpi_id
    left join evaluations e on e.org_id = i.org_id and e.initiative_id = i.id and e.plan_hash = i.plan_hash
      and e.data_version = ${dataVersion} and e.code_version = ${codeVersion} and not i.draft
    where i.org_id = ${orgId} and i.explores is null
    order by coalesce(m.starts, i.follow_up_from) desc nulls last, i.title`);
  const layers = await readLayers(tx, orgId);
  const today = new Date().toISOString().slice(0, 10);
  return rows.map(({ result, starts, baseline, followUpFrom, secondaries, transform, draft, ...row }) => {
    const headline = result && headlineOf(result, minimum, transform[row.kpi?.code ?? ""] === "log");
    const isShown = result !== null && headline?.kind !== "withheld";
    return {
      ...row,
      status: draft ? "draft" : statusOf({ starts, followUpFrom, followUpTo: row.followUpTo }, result !== null, today),
      claim: isShown ? { grade: result.claim.grade, sentence: result.claim.sentence } : null,
      headline,
      gaps: draft
        ? []
        : gapsOfChain({
            plan: {
              ...row,
              primary: row.kpi,
              secondaries: secondaries.map((code) => ({ code })),
              baseline,
              followUp: { from: followUpFrom, to: row.followUpTo },
            },
            layers,
            starts,
            today,
          }),
    };
  });
});
