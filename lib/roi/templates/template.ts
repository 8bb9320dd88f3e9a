import type { ValueType } from "@/db/schema/money";

/** What an improvement is multiplied by. `{currency}` in a unit stands for the organisation's. */
export type TemplateFactor = {
  key: string;
  label: string;
  unit: string;
  hint: string;
  /** An example with its range: of nobody's organisation, and without a source until somebody states one. */
  value: number;
  low: number;
  high: number;
};

/** An example calculator: how a change of a kind of KPI becomes money, as data. */
export type Template = {
  id: string;
  name: string;
  valueType: ValueType;
  /** Of which KPI it is, and in which unit that has to be for the factors to fit. */
  figure: string;
  factors: readonly TemplateFactor[];
  /** The example worked through: `benefit` is improvement x people x the product of the factors. */
  worked: { improvement: number; people: number; benefit: number; says: string };
};

/** A factor without an example. */
export type PlainFactor = Pick<TemplateFactor, "key" | "label" | "unit">;

export const volume = (label: string, hint: string, [value, low, high]: Range): TemplateFactor => ({
  key: "volume",
  label,
  unit: "per person and year",
  hint,
  value,
  low,
  high,
});

export const hourlyCost = (label: string, [value, low, high]: Range): TemplateFactor => ({
  key: "hourly_cost",
  label,
  unit: "{currency} an hour",
  hint: "Pay with what is paid on top of it, by the hour worked",
  value,
  low,
  high,
});

/** Time freed is worth something only as far as something else is done in it. */
export const usedShare: TemplateFactor = {
  key: "used_share",
  label: "Share of freed time that is put to use",
  unit: "share",
  hint: "0 to 1. Freed minutes that nobody uses save nothing",
  value: 0.5,
  low: 0.3,
  high: 0.8,
};

export const margin: TemplateFactor = {
  key: "margin",
  label: "Share of revenue that is left after variable cost",
  unit: "share",
  hint: "0 to 1. Revenue is not profit",
  value: 0.35,
  low: 0.25,
  high: 0.45,
};

export type Range = [value: number, low: number, high: number];
