import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { signalRules, signalRuleVersions } from "@/db/schema/evidence";
import { DomainError } from "@/lib/errors";
import { command } from "@/lib/server/tenant-access";
import { type SignalDefinition, signalDefinition } from "./definition";
import { runSignalsLater } from "./run-signals-later";
import type { ChangeSignal, SaveSignal, SignalId } from "./signal-input";

/**
 * Makes a rule as a draft, or changes one that is a draft still. Throws `conflict` on a name that is taken and on a rule that was activated
 * meanwhile, `not-found` where the behaviour, a task or the KPI is not there.
 */
export const saveSignal = command(
  "evidence.rule",
  async (tx, input: SaveSignal, viewer, trace): Promise<{ id: string }> => {
    const { orgId, userId } = viewer;
    const { id, name, behaviourId, definition, why } = input;
    await requireNamed(tx, behaviourId, definition);
    await requireFreeName(tx, name, id);
    if (id) {
      const rule = await requireRule(tx, id);
      if (rule.status !== "draft") {
        throw new DomainError("conflict", "This rule was activated meanwhile. Change it as the next version");
      }
      // Versions are written once: a changed draft is the same rule begun anew.
      await tx.delete(signalRules).where(eq(signalRules.id, id));
    }
    const [made] = await tx
      .insert(signalRules)
      .values({ ...(id && { id }), orgId, name, behaviourId, version: 1, createdBy: userId })
      .returning({ id: signalRules.id });
    if (!made) throw new Error("A signal rule was not written");
    await tx.insert(signalRuleVersions).values({ orgId, ruleId: made.id, version: 1, definition, why, madeBy: userId });
    trace.subject = made.id;
    trace.detail = { step: id ? "draft changed" : "draft" };
    return made;
  },
);

/** Puts a draft in force: it rates from its first month on. Once more is harmless. Throws `conflict` on a retired rule. */
export const activateSignal = command(
  "evidence.rule",
  async (tx, { id }: SignalId, { orgId }, trace): Promise<void> => {
    const rule = await requireRule(tx, id);
    trace.subject = id;
    trace.detail = { step: "activated", version: rule.version };
    if (rule.status === "active") return;
    if (rule.status === "retired") throw new DomainError("conflict", "This rule was retired. Make a new one");
    await requireNamed(tx, rule.behaviourId, await definitionOf(tx, id, rule.version));
    await tx.update(signalRules).set({ status: "active" }).where(eq(signalRules.id, id));
    await runSignalsLater(tx, orgId);
  },
);

/**
 * The next version of an active rule. What earlier versions rated stays theirs, so it may begin with the first month they have not rated, or
 * later. Throws `conflict` where another version came in between, `invalid-input` on an earlier month.
 */
export const changeSignal = command(
  "evidence.rule",
  async (tx, input: ChangeSignal, viewer, trace): Promise<{ version: number }> => {
    const { id, basedOn, definition, why } = input;
    const { orgId, userId } = viewer;
    const rule = await requireRule(tx, id);
    if (rule.status !== "active")
      throw new DomainError("conflict", "Only an active rule has versions. Change the draft itself");
    if (rule.version !== basedOn)
      throw new DomainError("conflict", `Version ${rule.version} came in between. Open the page again`);
    await requireNamed(tx, rule.behaviourId, definition);
    const free = await firstFreeMonth(tx, orgId, id, basedOn);
    if (definition.since < free) {
      const reason = `Months before ${free} were rated by earlier versions and stay as they are`;
      throw new DomainError("invalid-input", reason, { since: [reason] });
    }
    const version = basedOn + 1;
    await tx.insert(signalRuleVersions).values({ orgId, ruleId: id, version, definition, why, madeBy: userId });
    await tx.update(signalRules).set({ version }).where(eq(signalRules.id, id));
    await runSignalsLater(tx, orgId);
    trace.subject = id;
    trace.detail = { step: "changed", version };
    return { version };
  },
);

/** Stops a rule. What it rated stays; a draft is thrown away. */
export const retireSignal = command("evidence.rule", async (tx, { id }: SignalId, _viewer, trace): Promise<void> => {
  const rule = await requireRule(tx, id);
  trace.subject = id;
  trace.detail = { step: rule.status === "draft" ? "draft thrown away" : "retired" };
  if (rule.status === "draft") await tx.delete(signalRules).where(eq(signalRules.id, id));
  else await tx.update(signalRules).set({ status: "retired" }).where(eq(signalRules.id, id));
});

async function requireRule(tx: Tx, id: string) {
  const [rule] = await tx.select().from(signalRules).where(eq(signalRules.id, id)).for("update");
  if (!rule) throw new DomainError("not-found", "This rule does not exist");
  return rule;
}

async function definitionOf(tx: Tx, ruleId: string, version: number): Promise<SignalDefinition> {
  const [row] = await tx
    .select({ definition: signalRuleVersions.definition })
    .from(signalRuleVersions)
    .where(and(eq(signalRuleVersions.ruleId, ruleId), eq(signalRuleVersions.version, version)));
  return signalDefinition.parse(row?.definition);
}

/** The month after the last one rated by a version, or the version's own first one where it rated none. */
async function firstFreeMonth(tx: Tx, orgId: string, id: string, version: number): Promise<string> {
  const { since } = await definitionOf(tx, id, version);
  const { rows } = await tx.execute<{ next: string }>(sql`
    select greatest(to_char(max(observed_at at time zone 'UTC') + interval '1 month', 'YYYY-MM'), ${since}::text) as next
    from observations where org_id = ${orgId} and rule_id = ${id}`);
  return rows[0]?.next ?? since;
}

async function requireNamed(tx: Tx, behaviourId: string, definition: SignalDefinition): Promise<void> {
  const ids = definition.source === "work" ? definition.taskIds : [definition.kpiId];
  const table = sql.identifier(definition.source === "work" ? "tasks" : "kpis");
  const { rows } = await tx.execute<{ behaviour: boolean; found: number }>(sql`
    select exists (select from behaviours where id = ${behaviourId} and retired_at is null) as behaviour,
      (select count(*)::int from ${table} where id = any(${sql.param(ids)}::uuid[])) as found`);
  if (!rows[0]?.behaviour)
    throw new DomainError("not-found", "This behaviour does not exist, or was retired", {
      behaviourId: ["Choose another behaviour"],
    });
  if (rows[0].found < new Set(ids).size) {
    const what = definition.source === "work" ? "task" : "KPI";
    throw new DomainError("not-found", `This ${what} does not exist`, { definition: [`Choose another ${what}`] });
  }
}

async function requireFreeName(tx: Tx, name: string, id: string | null): Promise<void> {
  const taken = await tx.select({ id: signalRules.id }).from(signalRules).where(eq(signalRules.name, name));
  if (taken.some((one) => one.id !== id)) {
    throw new DomainError("conflict", "Another rule has this name", { name: ["Another rule has this name"] });
  }
}
