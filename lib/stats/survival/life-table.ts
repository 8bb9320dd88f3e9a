/**
 * Follow-up of people, as plain columns: person i was watched for `time[i]` and left the watch with the event
 * (`event[i]` = 1) or without it (0, censored). Any unit of time.
 */
export type FollowUp = { time: ArrayLike<number>; event: ArrayLike<number> };

/**
 * Everybody whose follow-up ended at one time. Enough for Kaplan-Meier and restricted means.
 * SQL: `count(*) filter (where event)`, `count(*) filter (where not event)`, grouped by time.
 */
export type LifeTableRow = { time: number; events: number; censored: number };

/** Positions of people in ascending order of time. */
export function orderOfTimes(time: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: time.length }, (_, person) => person);
  return order.sort((left, right) => (time[left] ?? 0) - (time[right] ?? 0));
}

/** The life table of rows: one row per distinct time, ascending. Times are equal when their digits are. */
export function lifeTableOf({ time, event }: FollowUp): LifeTableRow[] {
  const rows: LifeTableRow[] = [];
  for (const person of orderOfTimes(time)) {
    const at = time[person] ?? 0;
    let row = rows.at(-1);
    if (row === undefined || row.time !== at) {
      row = { time: at, events: 0, censored: 0 };
      rows.push(row);
    }
    if (event[person] === 1) row.events += 1;
    else row.censored += 1;
  }
  return rows;
}
