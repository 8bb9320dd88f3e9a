import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { cohorts } from "@/db/schema/cohorts";
import { groupText, mostOfGroup, parseGroup } from "@/lib/access/group-rule";
import { ruledPeople } from "@/lib/access/ruled-people";
import { readBounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { formatsFor } from "@/lib/format/formats";
import { type Period, parsePeriod } from "@/lib/metrics/period";
import { defaultPeriod } from "@/lib/scorecard/choose-periods";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { isRepeat } from "@/lib/server/is-repeat";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { chooseTimes } from "./choose-times";
import { findCohort } from "./find-cohort";
import {
  deleteCohortInput,
  freezeCohortInput,
  type KeepCohort,
  type KeepList,
  keepCohortInput,
  keepListInput,
  type Look,
  renameCohortInput,
} from "./input";
import { type ListReport, readList } from "./read-list";
import { resolveGroups } from "./resolve-groups";

const gone = () => new DomainError("not-found", "There is no such cohort");

/**
 * Keeps a group under a name: its rule, to be asked anew each time, or the people it holds now. Throws `invalid-input` on a rule that
 * names nothing the viewer may see, `conflict` on a name already taken.
 */
export const keepCohort = command(
  "cohort.keep",
  async (tx, raw: KeepCohort, viewer, trace): Promise<{ id: string }> => {
    const input = parseOrThrow(keepCohortInput, raw);
    const period = await periodOf(tx, viewer, input.period);
    const rule = await resolveRule(tx, viewer, input.group, period, input.look);
    await requireFree(tx, viewer, input.name, null);
    const [kept] = await tx
      .insert(cohorts)
      .values({ orgId: viewer.orgId, name: input.name, rule: { group: rule }, createdBy: viewer.userId })
      .onConflictDoNothing()
      .returning({ id: cohorts.id });
    if (!kept) throw nameTaken();
    const people = input.freeze ? await freezeAt(tx, viewer, kept.id, rule, period) : null;
    trace.subject = kept.id;
    trace.detail = { did: "kept", name: input.name, rule, ...(people !== null && { frozen: true }) };
    return kept;
  },
);

/** Keeps a list of employee ids, frozen from the start. Ids nobody in the viewer's units has are named by line, and nothing is kept then. */
export const keepList = command(
  "cohort.keep",
  async (tx, raw: KeepList, viewer, trace): Promise<ListReport & { id: string | null }> => {
    const input = parseOrThrow(keepListInput, raw);
    const bounds = await readBounds(tx, viewer);
    if (!bounds) throw new DomainError("forbidden", "Your role is tied to no units yet");
    const { personIds, ...report } = await readList(tx, viewer.orgId, bounds, input.list);
    trace.detail = { did: "looked up a list", unknown: report.unknown.length };
    if (report.unknown.length > 0 && !input.withoutUnknown) return { ...report, id: null };
    if (personIds.length === 0)
      throw new DomainError("invalid-input", "Nobody on the list is known", { list: ["Nobody on the list is known"] });
    await requireFree(tx, viewer, input.name, null);
    const [kept] = await tx
      .insert(cohorts)
      .values({ orgId: viewer.orgId, name: input.name, rule: {}, frozenOn: today(), createdBy: viewer.userId })
      .onConflictDoNothing()
      .returning({ id: cohorts.id });
    if (!kept) throw nameTaken();
    await tx.execute(sql`
      insert into cohort_members (org_id, person_id, cohort_id)
      select ${viewer.orgId}::uuid, person_id, ${kept.id}::uuid from unnest(${sql.param(personIds)}::uuid[]) person_id`);
    trace.subject = kept.id;
    trace.detail = { did: "kept a list", name: input.name, frozen: true };
    return { ...report, id: kept.id };
  },
);

/** Fixes the people a rule holds, as it is read in the period; from then on they stay although facts change. */
export const freezeCohort = command("cohort.keep", async (tx, raw: { id: string; period: string }, viewer, trace) => {
  const { id, period: named } = parseOrThrow(freezeCohortInput, raw);
  const cohort = await findCohort(tx, viewer, id, "update");
  if (!cohort) throw gone();
  if (cohort.frozenOn) throw new DomainError("conflict", "Its people are fixed already");
  const period = await periodOf(tx, viewer, named);
  await freezeAt(tx, viewer, id, await resolveRule(tx, viewer, cohort.rule, period, "level"), period);
  trace.subject = id;
  trace.detail = { did: "froze", name: cohort.name };
});

export const renameCohort = command("cohort.keep", async (tx, raw: { id: string; name: string }, viewer, trace) => {
  const { id, name } = parseOrThrow(renameCohortInput, raw);
  const cohort = await findCohort(tx, viewer, id);
  if (!cohort) throw gone();
  await requireFree(tx, viewer, name, id);
  await tx
    .update(cohorts)
    .set({ name })
    .where(and(eq(cohorts.orgId, viewer.orgId), eq(cohorts.id, id)))
    .catch((error: unknown) => {
      throw isRepeat(error) ? nameTaken() : error;
    });
  trace.subject = id;
  trace.detail = { did: "renamed", from: cohort.name, to: name };
});

/**
 * Takes a cohort away for everybody. Where figures of its people were shown to somebody, who they were stays behind, unnamed and out of
 * reach: else the guard against subtraction would forget it, and a list could be kept, seen, deleted, and kept again less one person.
 * Throws `conflict` where the rule of another cohort is made with it.
 */
export const deleteCohort = command("cohort.keep", async (tx, raw: { id: string }, viewer, trace) => {
  const { id } = parseOrThrow(deleteCohortInput, raw);
  const cohort = await findCohort(tx, viewer, id);
  if (!cohort) throw gone();
  const { rows } = await tx.execute<{ used: boolean; shown: boolean }>(sql`
    select exists (
        select from cohorts c where c.org_id = ${viewer.orgId} and c.id <> ${id}::uuid and not c.rule ? 'deletedOn' and c.frozen_on is null
          and strpos(c.rule->>'group', ${`cohort:${id}`}) > 0
      ) as used,
      exists (select from shown_scopes s where s.org_id = ${viewer.orgId} and strpos(s.scope->>'text', ${`cohort:${id}`}) > 0) as shown`);
  if (rows[0]?.used)
    throw new DomainError("conflict", "The rule of another kept cohort is made with it. Delete that one first.");
  const same = and(eq(cohorts.orgId, viewer.orgId), eq(cohorts.id, id));
  if (rows[0]?.shown) {
    await tx
      .update(cohorts)
      .set({ name: id, rule: { deletedOn: today() } })
      .where(same);
  } else await tx.delete(cohorts).where(same);
  trace.subject = id;
  trace.detail = { did: "deleted", name: cohort.name };
});

const today = () => new Date().toISOString().slice(0, 10);

async function periodOf(tx: Tx, viewer: Viewer, named: string): Promise<Period> {
  const { span } = await readFreshness(tx, viewer.orgId);
  const period = named ? parsePeriod(named) : span && defaultPeriod(span);
  if (!period) throw new DomainError("invalid-input", "There is no such period");
  return period;
}

/** The rule as it is kept: windows written out, other kept rules replaced by what they say. */
async function resolveRule(tx: Tx, viewer: Viewer, group: string, period: Period, look: Look): Promise<string> {
  const bounds = await readBounds(tx, viewer);
  const conditions = parseGroup(group);
  const unclear = new DomainError("invalid-input", "Choose the people again: a part of the rule is not there", {
    group: ["Choose the people again: a part of the rule is not there"],
  });
  if (!bounds || !conditions) throw unclear;
  const { window } = chooseTimes(period, look);
  const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
  const groups = await resolveGroups(tx, { viewer, bounds, groups: [{ name: "a", conditions }], window, formats });
  const [found] = groups ?? [];
  if (!found) throw unclear;
  if (found.conditions.length > mostOfGroup) {
    const why = `With what its cohorts say this is ${found.conditions.length} conditions; a rule holds ${mostOfGroup} at most`;
    throw new DomainError("invalid-input", why, { group: [why] });
  }
  return groupText(found.conditions);
}

/** Cohorts of the whole organisation share one space of names, so that nobody takes one for another. */
async function requireFree(tx: Tx, { orgId }: Viewer, name: string, besides: string | null): Promise<void> {
  const same = and(eq(cohorts.orgId, orgId), eq(cohorts.name, name), ...(besides ? [ne(cohorts.id, besides)] : []));
  const [taken] = await tx.select({ id: cohorts.id }).from(cohorts).where(same);
  if (taken) throw nameTaken();
}

const nameTaken = () =>
  new DomainError("conflict", "A cohort of this name is kept already", { name: ["This name is taken"] });

/** The people a rule holds in a period within the viewer's bounds, employed in it. */
async function freezeAt(tx: Tx, viewer: Viewer, id: string, rule: string, period: Period): Promise<number> {
  const bounds = await readBounds(tx, viewer);
  if (!bounds) throw gone();
  const found = await tx.execute(sql`
    insert into cohort_members (org_id, person_id, cohort_id)
    select ${viewer.orgId}::uuid, person_id, ${id}::uuid
    from (${ruledPeople(viewer.orgId, bounds, { of: rule.split("~"), not: [], at: period }, period)}) found`);
  await tx
    .update(cohorts)
    .set({ frozenOn: today(), rule: { group: rule, period: period.start } })
    .where(and(eq(cohorts.orgId, viewer.orgId), eq(cohorts.id, id)));
  return found.rowCount ?? 0;
}
