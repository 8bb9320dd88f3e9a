import "server-only";
import { sql } from "drizzle-orm";
import { directions, kpiDomains, kpiKinds, kpiLayers } from "@/db/schema/work";
import { number, oneOf, text } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { rejectRepeats } from "@/lib/intake/write/outcomes";

export const kpisFile: FileDefinition = {
  kind: "kpis",
  columns: [
    text("kpi", { required: true, longest: 200, example: "error_rate" }),
    text("name", { example: "Error rate" }),
    oneOf("layer", kpiLayers, { example: "in_work" }),
    text("family", { example: "quality" }),
    text("unit", { example: "%" }),
    oneOf("direction", directions, { example: "down" }),
    oneOf("kind", kpiKinds, { example: "ratio" }),
    number("value_per_unit", { from: 0, example: "40" }),
    text("currency", { longest: 3, example: "EUR" }),
    oneOf("domain", kpiDomains, { late: true, example: "efficiency" }),
  ],
  merge: mergeKpis,
};

const always = ["name", "direction", "kind"];
const optional = ["layer", "family", "unit", "value_per_unit", "currency", "domain"];

async function mergeKpis(merge: Merge): Promise<Counts> {
  const { tx, present } = merge;
  const repeats = await rejectRepeats(merge, ["kpi"]);
  await tx.execute(sql`create temp table kpi_rows on commit drop as
    select kpi as code, coalesce(name, kpi) as name, layer, family, unit, coalesce(direction, 'up') as direction,
      coalesce(kind, 'mean') as kind, value_per_unit, currency, domain from staged`);
  const counts = await mergeRows(merge, {
    table: "kpis",
    source: "kpi_rows",
    key: ["code"],
    values: [...always, ...optional].filter((name) => present.has(name)),
    onInsert: always.filter((name) => !present.has(name)),
  });
  merge.changedEverything = counts.added + counts.corrected > 0;
  return { ...counts, unchanged: counts.unchanged + repeats };
}
