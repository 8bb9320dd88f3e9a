import { type SQL, sql } from "drizzle-orm";

/** Columns `means` and `covariance` (a matrix in rows) of a grouped select, of columns of these names in this order: `JointMoments` without n. */
export function jointMomentsSql(columns: readonly string[]): SQL {
  const matrix = columns.map(
    (one) => `json_build_array(${columns.map((other) => `coalesce(covar_samp(${one}, ${other}), 0)`).join(", ")})`,
  );
  return sql.raw(
    `array[${columns.map((name) => `avg(${name})`).join(", ")}]::float8[] as means, json_build_array(${matrix.join(", ")}) as covariance`,
  );
}
