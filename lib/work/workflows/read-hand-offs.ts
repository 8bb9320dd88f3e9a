import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { type OfWork, type WorkQuestion, workReading } from "@/lib/work/figures/work-reading";
import { handOffs } from "./hand-offs-sql";

/** From one task to another, over all cases. Hours are null where they are known of too few. */
export type HandOff = {
  caseType: string | null;
  fromTaskId: string;
  toTaskId: string;
  from: string;
  to: string;
  fromRole: string | null;
  toRole: string | null;
  times: number;
  /** Hand-offs whose time is known; of the others both worked at once or the start is not known. */
  known: number;
  median: number | null;
  most: number | null;
  withheld: boolean;
};

export type HandOffs = OfWork & { handOffs: HandOff[] };

const byName = (one: HandOff, other: HandOff) =>
  `${one.from} ${one.to} ${one.caseType}` < `${other.from} ${other.to} ${other.caseType}` ? -1 : 1;

type Row = Omit<HandOff, "withheld"> & Record<"givers" | "takers" | "timedGivers" | "timedTakers", number>;

async function compute(tx: Tx, { orgId, bounds, period, minimum }: WorkQuestion): Promise<{ handOffs: HandOff[] }> {
  const statement = sql`
    with ${handOffs({ orgId, bounds, period })},
    delays as (
      select case_type, task_id, to_task, count(*)::int as times, count(hours)::int as known, count(distinct person_id)::int as givers,
        count(distinct to_person)::int as takers, count(distinct person_id) filter (where hours is not null)::int as "timedGivers",
        count(distinct to_person) filter (where hours is not null)::int as "timedTakers", percentile_cont(0.5) within group (order by hours) as median,
        percentile_cont(0.9) within group (order by hours) as most
      from handed group by 1, 2, 3
    )
    select d.case_type as "caseType", d.task_id as "fromTaskId", d.to_task as "toTaskId", f.name as from, t.name as to,
      fr.name as "fromRole", tr.name as "toRole", d.times, d.known, d.median, d.most, d.givers, d.takers, d."timedGivers", d."timedTakers"
    from delays d
    join tasks f on f.org_id = ${orgId} and f.id = d.task_id
    join tasks t on t.org_id = ${orgId} and t.id = d.to_task
    left join roles fr on fr.org_id = ${orgId} and fr.id = f.role_id
    left join roles tr on tr.org_id = ${orgId} and tr.id = t.role_id
    order by d.median desc nulls last, d.times desc`;
  const { rows } = await withoutLoops(tx, true, () => tx.execute<Row>(statement));
  const least = minimumPeople(minimum);
  const shown = rows.map(({ givers, takers, timedGivers, timedTakers, ...row }): HandOff => {
    const withheld = givers < least || takers < least;
    const untimed = timedGivers < least || timedTakers < least;
    return {
      ...row,
      withheld,
      ...(untimed && { median: null, most: null }),
      ...(withheld && { times: 0, known: 0 }),
    };
  });
  // Those withheld stand last, in no order that would tell what is withheld.
  const inOrder = [
    ...shown.filter(({ withheld }) => !withheld),
    ...shown.filter(({ withheld }) => withheld).toSorted(byName),
  ];
  return { handOffs: inOrder };
}

/** How long cases wait between one person and the next, by kind of case and by the tasks on both sides, slowest first. */
export const { read: readHandOffs, preparation: handOffsOfWork } = workReading("hand-offs/1", compute, {
  handOffs: [],
});
