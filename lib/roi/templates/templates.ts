import type { ValueType } from "@/db/schema/money";
import type { kpiKinds } from "@/db/schema/work";
import { factorLabels } from "@/lib/roi/case/factor-words";
import { eventTemplates } from "./event-templates";
import { labourTemplates } from "./labour-templates";
import type { PlainFactor, Template } from "./template";
import { valueTemplates } from "./value-templates";

/** Example calculators, by name. */
export const templates: readonly Template[] = [...valueTemplates, ...eventTemplates, ...labourTemplates].toSorted(
  (a, b) => (a.name < b.name ? -1 : 1),
);

export const templateOf = (id: string | null): Template | null => templates.find((one) => one.id === id) ?? null;

const plain = (key: string, unit: string): PlainFactor => ({ key, label: factorLabels[key] ?? key, unit });

const own: Record<ValueType, PlainFactor[]> = {
  labour: [
    plain("hours_per_unit", "hours a unit"),
    plain("hourly_cost", "{currency} an hour"),
    plain("used_share", "share"),
  ],
  quality: [plain("value_per_unit", "{currency} a unit")],
  revenue: [plain("value_per_unit", "{currency} a unit"), plain("margin", "share")],
  safety: [plain("value_per_unit", "{currency} a unit")],
};

/**
 * What an improvement of a KPI is multiplied by where no template says: how often a year (pieces of work, or periods where the KPI is a sum by
 * period), and what one unit is worth in the way its value type says.
 */
export function factorsFor(valueType: ValueType, kind: (typeof kpiKinds)[number]): PlainFactor[] {
  const often = kind === "sum" ? plain("periods", "periods a year") : plain("volume", "per person and year");
  return [often, ...own[valueType]];
}
