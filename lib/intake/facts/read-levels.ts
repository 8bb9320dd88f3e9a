import "server-only";
import { sql } from "drizzle-orm";
import type { Merge } from "@/lib/intake/merge";
import { reject } from "@/lib/intake/write/outcomes";
import { levelOf } from "@/lib/skills/scales/mapping";
import { percentileCaveat } from "@/lib/skills/scales/presets";
import { scalesInUse } from "@/lib/skills/scales/scales-in-use";

type Mapped = { scale: string; stated: number; level: number; scaleId: string };

/**
 * Makes the temp table `mapped_levels (scale, stated, level, scale_id)`: what each staged level on another scale is on ours. Rows that name a
 * scale nobody knows, or a level that is not on it, are rejected.
 */
export async function readLevels(merge: Merge): Promise<void> {
  const { tx, orgId, present, notices } = merge;
  await tx.execute(
    sql`create temp table mapped_levels (scale text, stated float8, level float8, scale_id uuid) on commit drop`,
  );
  if (!present.has("scale")) return;
  const { rows } = await tx.execute<{ scale: string; stated: number }>(
    sql`select distinct lower(scale) as scale, level as stated from staged where scale is not null`,
  );
  const scales = await scalesInUse(
    tx,
    orgId,
    rows.map(({ scale }) => scale),
  );
  const mapped = rows.flatMap(({ scale, stated }): Mapped[] => {
    const known = scales.get(scale);
    const level = known ? levelOf(known, stated) : null;
    return known && level !== null ? [{ scale, stated, level, scaleId: known.id }] : [];
  });
  await tx.execute(sql`
    insert into mapped_levels select m.scale, m.stated, m.level, m."scaleId"
    from json_to_recordset(${JSON.stringify(mapped)}::json) m (scale text, stated float8, level float8, "scaleId" uuid)`);
  const ranges = [...scales].map(([scale, { name, lowest, highest }]) => ({ scale, name, lowest, highest }));
  await reject(
    merge,
    sql`
    select s.line, case when r.scale is null then 'scale' else 'level' end, case when r.scale is null then s.scale else s.level::text end,
      case when r.scale is null then 'No scale has this name. Add it under Skills, Rating scales'
        else 'The scale ' || r.name || ' goes from ' || r.lowest || ' to ' || r.highest end
    from staged s
    left join json_to_recordset(${JSON.stringify(ranges)}::json) r (scale text, name text, lowest float8, highest float8) on r.scale = lower(s.scale)
    where s.scale is not null and not exists (select from mapped_levels m where m.scale = lower(s.scale) and m.stated = s.level)`,
  );
  if ([...scales.values()].some(({ kind }) => kind === "percentile")) notices.push(percentileCaveat);
}
