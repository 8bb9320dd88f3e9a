import "server-only";
import { and, eq, max, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiativeKpis } from "@/db/schema/initiatives";
import { assumptions, benefitLines } from "@/db/schema/money";
import { organisations } from "@/db/schema/organisations";
import { kpis } from "@/db/schema/work";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { factorsFor, templateOf } from "@/lib/roi/templates/templates";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type AddLine, addLineInput } from "./case-input";
import { requireInitiative } from "./require-initiative";
import { type Suggestions, suggestFactors } from "./suggestions";

type NewAssumption = Omit<typeof assumptions.$inferInsert, "orgId" | "initiativeId" | "lineId" | "changedBy">;

/**
 * Adds a way in which an effect becomes money, with the factors of a template or of its value type. What the data say is stated with where it comes
 * from, a template's examples without a source, and the rest is left open. The same sent again is added once. Throws `not-found`, `invalid-input` (a KPI outside the plan, a
 * template that is not there) and `conflict` where the KPI has a line of this kind already.
 */
export const addLine = command(
  "case.edit",
  async (tx, raw: Entry<AddLine>, { orgId, userId }, trace): Promise<{ id: string }> => {
    const input = parseOrThrow(addLineInput, withEntryId(raw));
    const initiative = await requireInitiative(tx, orgId, input.initiativeId);
    const kpi = await requireKpi(tx, orgId, input);
    const template = templateOf(input.template);
    if (input.template !== null && !template) {
      throw new DomainError("invalid-input", "This calculator is not there any more", {
        template: ["Choose another one"],
      });
    }
    const valueType = template?.valueType ?? input.valueType;
    const entry = {
      id: input.entryId,
      initiativeId: input.initiativeId,
      kpiId: input.kpiId,
      title: input.title,
      valueType,
      stream: input.stream || (kpi.family ?? kpi.code),
      template: template?.id ?? null,
    };
    const kept = await findEntry(tx, { orgId, userId }, trace, { table: benefitLines, madeBy: "createdBy", entry });
    if (kept) return { id: kept.id };
    const [{ last } = { last: null }] = await tx
      .select({ last: max(benefitLines.position) })
      .from(benefitLines)
      .where(and(eq(benefitLines.orgId, orgId), eq(benefitLines.initiativeId, input.initiativeId)));
    const [row] = await tx
      .insert(benefitLines)
      .values({
        ...entry,
        orgId,
        position: (last ?? 0) + 1,
        createdBy: userId,
      })
      .onConflictDoNothing()
      .returning({ id: benefitLines.id });
    if (!row) {
      throw new DomainError("conflict", "This KPI has a line of this kind already", {
        valueType: ["There is a line of this kind already"],
      });
    }
    const [organisation] = await tx
      .select({ currency: organisations.currency })
      .from(organisations)
      .where(eq(organisations.id, orgId));
    const suggestions = await suggestFactors(tx, orgId, { ...input, period: initiative.period });
    const factors = template
      ? template.factors.map((one) => fromTemplate(one, suggestions))
      : factorsFor(valueType, kpi.kind).map(({ key, unit }) => open(key, unit, suggestions));
    await tx.insert(assumptions).values(
      factors.map((factor) => ({
        ...factor,
        unit: factor.unit.replace("{currency}", organisation?.currency ?? "EUR"),
        orgId,
        initiativeId: input.initiativeId,
        lineId: row.id,
        changedBy: userId,
      })),
    );
    trace.subject = input.initiativeId;
    trace.detail = { change: "benefit line added", line: row.id, kpi: kpi.code, valueType, template: input.template };
    return row;
  },
);

async function requireKpi(tx: Tx, orgId: string, { initiativeId, kpiId }: AddLine) {
  const [kpi] = await tx
    .select({ code: kpis.code, family: kpis.family, kind: kpis.kind })
    .from(initiativeKpis)
    .innerJoin(kpis, sql`${kpis.orgId} = ${initiativeKpis.orgId} and ${kpis.id} = ${initiativeKpis.kpiId}`)
    .where(
      and(
        eq(initiativeKpis.orgId, orgId),
        eq(initiativeKpis.initiativeId, initiativeId),
        eq(initiativeKpis.kpiId, kpiId),
        sql`${initiativeKpis.role} <> 'placebo'`,
      ),
    );
  if (!kpi) {
    const message = "The plan does not compare this KPI, so there is no effect to count";
    throw new DomainError("invalid-input", message, { kpiId: [message] });
  }
  return kpi;
}

type Example = { key: string; unit: string; value: number; low: number; high: number };

function fromTemplate({ key, unit, value, low, high }: Example, suggestions: Suggestions): NewAssumption {
  if (suggestions[key]) return { key, unit, ...suggestions[key] };
  return { key, unit, value, low, high, origin: "template" };
}

/** What nobody knows yet is left open. */
function open(key: string, unit: string, suggestions: Suggestions): NewAssumption {
  return suggestions[key] ? { key, unit, ...suggestions[key] } : { key, unit, origin: "stated" };
}
