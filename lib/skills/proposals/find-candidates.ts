import "server-only";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";
import { readRules } from "@/lib/evidence/read-rules";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { wilsonInterval } from "@/lib/stats/newcombe";
import { agreementOf } from "@/lib/trust/agree";
import { createUnits, readPatterns } from "@/lib/trust/agreement-sql";
import { createRatings, readTrustSpan } from "@/lib/trust/ratings-sql";
import { readCeilings } from "@/lib/trust/whole-sql";
import { movesNoKpi, readFollowed } from "./kpi-courses-sql";
import { createNeeded, readLastSeen, readNeverObserved } from "./needed-sql";
import { type Candidate, rules } from "./proposal";

/** Every change of the taxonomy the evidence speaks for now. Behaviours that under the minimum of people need or were rated on say nothing. */
export async function findCandidates(tx: Tx, orgId: string): Promise<Candidate[]> {
  const span = await readTrustSpan(tx, orgId, rules.months);
  if (!span) return [];
  const { minimum: setting } = await readFreshness(tx, orgId);
  const minimum = minimumPeople(setting);
  const asOf = span.end;
  const found: Candidate[] = [];
  const add = (nodeId: string, figures: Candidate["figures"]) => found.push({ kind: figures.kind, nodeId, figures });
  await createNeeded(tx, orgId);
  await createRatings(tx, orgId, { kind: "everybody" }, span);
  await createUnits(tx, orgId);

  for (const { nodeId, people, days, roles } of await readNeverObserved(tx, orgId))
    if (people >= minimum && days >= rules.neverDays)
      add(nodeId, { kind: "never_observed", key: people, people, days, roles, asOf });

  for (const { behaviourId, people, atTop } of await readCeilings(tx, orgId)) {
    const interval = wilsonInterval({ n: Math.max(1, people), events: atTop });
    const share = atTop / people;
    if (people >= Math.max(minimum, rules.ceilingPeople) && interval[0] > rules.ceilingShare)
      add(behaviourId, { kind: "at_ceiling", key: share, people, share, interval, asOf });
  }

  for (const { key: nodeId, ...patterns } of await readPatterns(tx, "behaviour")) {
    const agreement = agreementOf(patterns, minimum);
    if (agreement.kind !== "agreement" || agreement.units < rules.disagreeUnits) continue;
    const { alpha, ac2, people, units } = agreement;
    if (!alpha?.interval || !ac2?.interval) continue;
    if (alpha.interval[1] >= rules.alphaBelow || ac2.interval[1] >= rules.ac2Below) continue;
    add(nodeId, {
      kind: "raters_disagree",
      key: ac2.value,
      people,
      units,
      alpha: alpha.value,
      alphaInterval: alpha.interval,
      ac2: ac2.value,
      ac2Interval: ac2.interval,
      asOf,
    });
  }

  for (const followed of await readFollowed(tx, orgId, span)) {
    const none = await movesNoKpi(tx, orgId, followed, span);
    if (none) add(followed.id, { kind: "moves_no_kpi", key: none.people, ...none, asOf });
  }

  const { rules: evidence } = await readRules(tx, orgId);
  for (const { nodeId, people, days, halfLifeDays, lastSeen } of await readLastSeen(tx, orgId, evidence.halfLifeDays))
    if (people >= minimum && days >= rules.halfLives * halfLifeDays)
      add(nodeId, { kind: "outdated", key: days, people, days, halfLifeDays, lastSeen, asOf });
  return found;
}
