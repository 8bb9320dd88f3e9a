import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { assumptions, benefitLines } from "@/db/schema/money";
import { kpis } from "@/db/schema/work";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type RemoveLine, removeLineInput } from "./case-input";
import { readAssumptionRows } from "./read-assumptions";
import { seenLine } from "./seen-line";

/**
 * Takes a line with its assumptions and their signatures out of a case; what they were and who had signed stays in the audit log. Throws `not-found`, and
 * `conflict` where an assumption of it was stated, signed or withdrawn since it was looked at.
 */
export const removeLine = command("case.edit", async (tx, raw: RemoveLine, { orgId }, trace): Promise<void> => {
  const { id, seen } = parseOrThrow(removeLineInput, raw);
  const own = and(eq(benefitLines.orgId, orgId), eq(benefitLines.id, id));
  const [line] = await tx.select().from(benefitLines).where(own).for("update");
  if (!line) throw new DomainError("not-found", "This line is not there any more");
  // Whoever signs or states one holds its row.
  await tx
    .select({ id: assumptions.id })
    .from(assumptions)
    .where(and(eq(assumptions.orgId, orgId), eq(assumptions.lineId, id)))
    .orderBy(assumptions.id)
    .for("update");
  const gone = await readAssumptionRows(tx, orgId, sql`a.line_id = ${id}`);
  if (seenLine(gone).seen !== seen) {
    throw new DomainError(
      "conflict",
      "What this line rests on was changed or signed meanwhile. Look again; nothing was removed",
    );
  }
  const [kpi] = await tx
    .select({ code: kpis.code })
    .from(kpis)
    .where(and(eq(kpis.orgId, orgId), eq(kpis.id, line.kpiId)));
  await tx.delete(benefitLines).where(own);
  trace.subject = line.initiativeId;
  trace.detail = {
    change: "benefit line removed",
    line: id,
    title: line.title,
    kpi: kpi?.code,
    valueType: line.valueType,
    stream: line.stream,
    assumptions: gone.map(({ key, value, low, high, unit, source, alternatives, owner, signature }) => ({
      key,
      value,
      low,
      high,
      unit,
      source,
      alternatives,
      owner: owner?.name ?? null,
      signature: signature.state,
      by: signature.by,
      at: signature.at,
    })),
  };
});
