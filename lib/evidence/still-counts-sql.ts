import { type SQL, sql } from "drizzle-orm";
import { mostHalfLives } from "./states/ageing";
import { tolerance } from "./states/agreement";

/**
 * Whether a row of skill_states, called `s`, was seen and still counts on a day (YYYY-MM-DD): what `standingOn` says of one state, for
 * statements over many. The one place for it in SQL: `power` alone fails on evidence that is old beside its half-life.
 */
export function stillCounts(day: string, leastStrength: number): SQL {
  const age = sql`(${day}::date - s.seen_on)`;
  const strength = sql`s.strength * case when ${age} > ${sql.raw(String(mostHalfLives))} * s.half_life_days then 0
    else power(0.5::float8, greatest(${age}, 0)::float8 / s.half_life_days) end`;
  return sql`(s.seen_on is not null and ${strength} > 0 and ${strength} >= ${leastStrength}::float8 - ${tolerance}::float8)`;
}
