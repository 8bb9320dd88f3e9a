import { sql } from "drizzle-orm";
import type { RoleName } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
import type { Entry } from "@/lib/entry";
import { addLine } from "@/lib/roi/case/add-line";
import { buildCases } from "@/lib/roi/case/build-cases";
import type { AddCost, StateAssumption } from "@/lib/roi/case/case-input";
import { addCost } from "@/lib/roi/case/costs";
import { enterRate } from "@/lib/roi/case/rates";
import { keepScenario } from "@/lib/roi/case/scenarios";
import { signAssumption } from "@/lib/roi/case/sign-assumption";
import { stateAssumption } from "@/lib/roi/case/state-assumption";
import type { AssumptionState } from "@/lib/roi/results/initiative-money";
import { inTenant } from "@/lib/server/tenant-access";
import { type MoneyLine, moneyCosts, moneyLines, sharedAssumptions } from "./money-stories";

type Found = { initiatives: Map<string, string>; kpis: Map<string, string>; as(role: RoleName): Viewer };

/**
 * What the initiatives are worth: costs entered by hand beside those of files, rates, benefit lines with their assumptions, what finance signed,
 * what it declined, and what was changed since. Returns how many lines there are.
 */
export async function addMoney(orgId: string): Promise<number> {
  const found = await find(orgId);
  const { initiatives, as } = found;
  await enterRate(as("finance"), {
    currency: "CHF",
    validFrom: "2025-01-01",
    rate: 1.06,
    source: "Made-up rate of the demo",
  });
  for (const { initiative, ...cost } of moneyCosts) {
    const initiativeId = initiatives.get(initiative);
    if (initiativeId) await addCost(as("ld_lead"), { ...cost, initiativeId } satisfies Entry<AddCost>);
  }
  for (const { sign, owner, ...stated } of sharedAssumptions) {
    const ownerId = as(owner).userId;
    const blank = { low: null, high: null, alternatives: [], note: null };
    const input = { ...blank, ...stated, id: null, initiativeId: null, revision: 0, ownerId };
    const { id } = await stateAssumption(as("admin"), input);
    if (sign) await signAssumption(as("finance"), { id, revision: 1, kind: "signed", note: null });
  }
  for (const line of moneyLines) await addStory(orgId, found, line);
  await addScenario(orgId, found);
  return moneyLines.length;
}

async function find(orgId: string): Promise<Found> {
  const { initiatives, kpis, users } = await inTenant(orgId, async (tx) => ({
    initiatives: await tx.execute<{ code: string; id: string }>(sql`
      select code, id from initiatives where org_id = ${orgId} and explores is null and not draft`),
    kpis: await tx.execute<{ code: string; id: string }>(sql`select code, id from kpis where org_id = ${orgId}`),
    users: await tx.execute<{ role: RoleName; id: string }>(sql`
      select distinct on (m.role) m.role, u.id from memberships m join users u on u.org_id = m.org_id and u.id = m.user_id
      where m.org_id = ${orgId} order by m.role, u.email not like '%@demo.throughline.example', u.created_at, u.id`),
  }));
  const userOf = new Map(users.rows.map(({ role, id }) => [role, id]));
  const mapOf = (rows: { code: string; id: string }[]) => new Map(rows.map(({ code, id }) => [code, id]));
  return {
    initiatives: mapOf(initiatives.rows),
    kpis: mapOf(kpis.rows),
    as: (role) => ({ orgId, userId: userOf.get(role) ?? null, roles: [role], units: [], personId: null }),
  };
}

async function addStory(orgId: string, { initiatives, kpis, as }: Found, line: MoneyLine): Promise<void> {
  const [initiativeId, kpiId] = [initiatives.get(line.initiative), kpis.get(line.kpi)];
  if (!initiativeId || !kpiId) return;
  const { title, template, valueType, stream } = line;
  const { id } = await addLine(as("ld_lead"), { initiativeId, kpiId, title, template, valueType, stream });
  const factors = async () => {
    const [built] = await inTenant(orgId, (tx) => buildCases(tx, orgId, [initiativeId]));
    return built?.assumptions.filter(({ lineId }) => lineId === id) ?? [];
  };
  const state = (before: AssumptionState, stated: Partial<StateAssumption>) => {
    const { value, low, high, alternatives, source, unit, key, note, revision } = before;
    const owner = stated.ownerId ?? before.owner?.id ?? as("executive").userId;
    const kept = { value, low, high, alternatives, source, unit, key, note };
    return stateAssumption(as("ld_lead"), {
      ...kept,
      ...stated,
      id: before.id,
      initiativeId,
      revision,
      ownerId: owner,
    });
  };
  for (const factor of await factors()) await state(factor, line.stated[factor.key] ?? {});
  for (const { id: assumption, key, revision } of await factors()) {
    const declined = line.declined?.[key];
    if (line.unsigned?.includes(key)) continue;
    const [kind, note] = declined ? (["declined", declined] as const) : (["signed", null] as const);
    await signAssumption(as("finance"), { id: assumption, revision, kind, note });
  }
  for (const factor of await factors()) {
    const since = line.changedSince?.[factor.key];
    if (since) await state(factor, since);
  }
}

/** An executive who asked what becomes of the case if less of the freed time is used. */
async function addScenario(orgId: string, { initiatives, as }: Found): Promise<void> {
  const initiativeId = initiatives.get("refund-handling");
  if (!initiativeId) return;
  const [built] = await inTenant(orgId, (tx) => buildCases(tx, orgId, [initiativeId]));
  const used = built?.assumptions.find(({ key }) => key === "used_share");
  if (!used) return;
  await keepScenario(as("executive"), {
    initiativeId,
    name: "Only a quarter of the freed time is used",
    overrides: { [used.id]: 0.25 },
    switchedOff: [],
  });
}
