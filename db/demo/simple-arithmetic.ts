import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

export type Row = Record<string, string>;

export function readCsv(path: string): Row[] {
  return parse<Row>(readFileSync(path, "utf8"), { columns: true });
}

export type Window = { from: string; to: string };
export type Comparison = { effect: number; low: number; high: number };

/** Only for the tests of the demo data: what a person with a spreadsheet would do. The app uses lib/stats. */
export class Spreadsheet {
  readonly #values = new Map<string, Row[]>();

  constructor(folder: string) {
    for (const row of readCsv(join(folder, "organisation", "kpi.csv"))) {
      const rows = this.#values.get(row.kpi ?? "") ?? [];
      rows.push(row);
      this.#values.set(row.kpi ?? "", rows);
    }
  }

  /** One value per person, or per cluster when the cohort is asked to share one. */
  value(kpi: string, { from, to }: Window, groupOf: (employee: string) => string | undefined): Map<string, number> {
    const sums = new Map<string, [number, number]>();
    for (const row of this.#values.get(kpi) ?? []) {
      const group = row.employee_id ? groupOf(row.employee_id) : undefined;
      if (group === undefined || !row.date || row.date < from || row.date > to) continue;
      const sum = sums.get(group) ?? [0, 0];
      sum[0] += Number(row.value || row.numerator);
      sum[1] += row.denominator ? Number(row.denominator) : 1;
      sums.set(group, sum);
    }
    return new Map([...sums].map(([group, [numerator, denominator]]) => [group, numerator / denominator]));
  }
}

export function changes(before: Map<string, number>, after: Map<string, number>): Map<string, number> {
  return new Map(
    [...after].flatMap(([key, value]) => {
      const start = before.get(key);
      return start === undefined ? [] : [[key, value - start] as const];
    }),
  );
}

/** Difference of two means with its rough 95 % interval. */
export function compare(treated: number[], control: number[]): Comparison {
  const [one, two] = [moments(treated), moments(control)];
  const effect = one.mean - two.mean;
  const margin = 1.96 * Math.sqrt(one.variance / one.n + two.variance / two.n);
  return { effect, low: effect - margin, high: effect + margin };
}

function moments(values: number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { n: values.length, mean, variance };
}
