import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isSmallGroup } from "@/lib/access/privacy";
import { query } from "@/lib/server/tenant-access";
import { carriedTasks } from "@/lib/skills/carried-tasks";
import { type Circle, readCircles } from "./circles";
import { type SignalDefinition, signalDefinition } from "./definition";
import type { SignalNames } from "./signal-words";

export type Signal = {
  id: string;
  name: string;
  status: "draft" | "active" | "retired";
  version: number;
  behaviourId: string;
  behaviour: string;
  behaviourRetired: boolean;
  skillId: string;
  skill: string;
  definition: SignalDefinition;
  /** Ratings it gave, and of how many people; null where those are fewer than the minimum. */
  rated: { ratings: number; people: number; to: string } | null;
  isSmall: boolean;
};
export type SignalVersion = {
  version: number;
  definition: SignalDefinition;
  why: string | null;
  by: string | null;
  at: Date;
};
export type SignalList = { signals: Signal[]; names: SignalNames; minimum: number };
export type OneSignal = {
  signal: Signal;
  versions: SignalVersion[];
  names: SignalNames;
  circles: Circle[];
  minimum: number;
};

/** All rules from system signals: those in force first. */
export const readSignals = query("skill.read", async (tx, _: null, { orgId }): Promise<SignalList> => {
  const { signals, minimum } = await select(tx, orgId, null);
  return {
    signals,
    minimum,
    names: await readNames(
      tx,
      orgId,
      signals.map(({ definition }) => definition),
    ),
  };
});

/** One rule with every version of it; null where it does not exist. */
export const readSignal = query("skill.read", async (tx, id: string, { orgId }): Promise<OneSignal | null> => {
  const { signals, minimum } = await select(tx, orgId, id);
  const [signal] = signals;
  if (!signal) return null;
  const { rows } = await tx.execute<SignalVersion>(sql`
    select v.version, v.definition, v.why, u.name as by, v.created_at as at
    from signal_rule_versions v left join users u on u.org_id = ${orgId} and u.id = v.made_by
    where v.org_id = ${orgId} and v.rule_id = ${id} order by v.version desc`);
  const versions = rows.map((row) => ({
    ...row,
    at: new Date(row.at),
    definition: signalDefinition.parse(row.definition),
  }));
  return {
    signal,
    versions,
    minimum,
    names: await readNames(
      tx,
      orgId,
      versions.map(({ definition }) => definition),
    ),
    circles: await readCircles(tx, orgId, signal),
  };
});

type Row = Omit<Signal, "definition" | "rated" | "isSmall"> & {
  definition: unknown;
  ratings: number;
  people: number;
  to: string | null;
  minimum: number;
};

async function select(tx: Tx, orgId: string, id: string | null): Promise<{ signals: Signal[]; minimum: number }> {
  const { rows } = await tx.execute<Row>(sql`
    select r.id, r.name, r.status, r.version, b.id as "behaviourId", b.statement as behaviour, b.retired_at is not null as "behaviourRetired",
      s.id as "skillId", s.name as skill, v.definition, coalesce(o.ratings, 0) as ratings, coalesce(o.people, 0) as people, o."to",
      g.minimum_group_size as minimum
    from signal_rules r
    join organisations g on g.id = ${orgId}
    join behaviours b on b.org_id = ${orgId} and b.id = r.behaviour_id
    join skills s on s.org_id = ${orgId} and s.id = b.skill_id
    join signal_rule_versions v on v.org_id = ${orgId} and v.rule_id = r.id and v.version = r.version
    left join (
      select rule_id, count(*)::int as ratings, count(distinct person_id)::int as people,
        to_char(max(observed_at at time zone 'UTC'), 'YYYY-MM') as "to"
      from observations where org_id = ${orgId} and rule_id is not null and struck_at is null group by rule_id
    ) o on o.rule_id = r.id
    where r.org_id = ${orgId} and ${id === null ? sql`true` : sql`r.id = ${id}`}
    order by array_position(array['active', 'draft', 'retired'], r.status), r.name`);
  const signals = rows.map(({ ratings, people, to, minimum, ...row }): Signal => {
    const isSmall = isSmallGroup(people, minimum);
    return {
      ...row,
      definition: signalDefinition.parse(row.definition),
      isSmall,
      rated: isSmall || to === null ? null : { ratings, people, to },
    };
  });
  return { signals, minimum: rows[0]?.minimum ?? 0 };
}

async function readNames(tx: Tx, orgId: string, definitions: readonly SignalDefinition[]): Promise<SignalNames> {
  const taskIds = definitions.flatMap((one) => (one.source === "work" ? one.taskIds : []));
  const kpiIds = definitions.flatMap((one) => (one.source === "kpi" ? [one.kpiId] : []));
  const { rows: tasks } = await tx.execute<{ id: string; name: string }>(sql`
    select was as id, name from ${carriedTasks(orgId)} t where was = any(${sql.param(taskIds)}::uuid[])`);
  const { rows: kpis } = await tx.execute<{ id: string; name: string; unit: string | null }>(sql`
    select id, name, unit from kpis where org_id = ${orgId} and id = any(${sql.param(kpiIds)}::uuid[])`);
  return {
    tasks: new Map(tasks.map(({ id, name }) => [id, name])),
    kpis: new Map(kpis.map(({ id, ...kpi }) => [id, kpi])),
  };
}
