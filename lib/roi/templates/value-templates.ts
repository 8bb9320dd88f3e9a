import { margin, type Range, type Template, type TemplateFactor, volume } from "./template";

export const worth = (label: string, unit: string, hint: string, [value, low, high]: Range): TemplateFactor => ({
  key: "value_per_unit",
  label,
  unit,
  hint,
  value,
  low,
  high,
});

const months = (hint: string): TemplateFactor => ({
  key: "periods",
  label: "Months a year",
  unit: "months a year",
  hint,
  value: 12,
  low: 12,
  high: 12,
});

/** Quality and revenue: what a unit less, or more, is worth. */
export const valueTemplates: readonly Template[] = [
  {
    id: "defects",
    name: "Defects in a plant",
    valueType: "quality",
    figure: "Share of pieces that are defective",
    factors: [
      volume("Pieces per person and year", "From production", [40_000, 36_000, 44_000]),
      worth("Cost of a defect", "{currency} per defect", "Scrap, rework and what a complaint costs", [45, 30, 60]),
    ],
    worked: {
      improvement: 0.0006,
      people: 150,
      benefit: 162_000,
      says: "A mid-sized plant: 150 people, 40,000 pieces each, of which 3% are defective. 2% fewer defects are 0.06 points, 3,600 defects a year, at 45 each.",
    },
  },
  {
    id: "downtime",
    name: "Downtime",
    valueType: "quality",
    figure: "Hours a month a machine stands still, per person who runs it",
    factors: [
      months("Of a figure by month"),
      worth(
        "Margin lost in an hour of downtime",
        "{currency} an hour",
        "Output lost times its margin",
        [380, 300, 460],
      ),
    ],
    worked: {
      improvement: 0.5,
      people: 24,
      benefit: 54_720,
      says: "Half an hour less a month for 24 operators: 144 hours a year, at 380 each.",
    },
  },
  {
    id: "win_rate",
    name: "Win rate to revenue per representative",
    valueType: "revenue",
    figure: "Share of offers that are won",
    factors: [
      volume("Offers per representative and year", "From the CRM", [60, 50, 70]),
      worth("Revenue of an offer that is won", "{currency} per offer", "Mean of last year’s", [18_000, 14_000, 22_000]),
      margin,
    ],
    worked: {
      improvement: 0.02,
      people: 30,
      benefit: 226_800,
      says: "2 points more offers won by 30 representatives with 60 offers a year: 36 offers at 18,000, 21,600 of revenue per representative, of which 35% are left.",
    },
  },
  {
    id: "revenue_per_rep",
    name: "Revenue per representative",
    valueType: "revenue",
    figure: "Revenue a month, per representative",
    factors: [months("Of a figure by month"), margin],
    worked: {
      improvement: 500,
      people: 30,
      benefit: 63_000,
      says: "500 more a month for 30 representatives: 180,000 of revenue a year, of which 35% are left.",
    },
  },
];
