import type { Template, TemplateFactor } from "./template";
import { worth } from "./value-templates";

/** Of figures that count events per 100 person-years. */
const perHundred: TemplateFactor = {
  key: "events_per_unit",
  label: "Events a person has a year, at one per 100 person-years",
  unit: "events per person and year",
  hint: "0.01, unless the KPI is counted in another unit",
  value: 0.01,
  low: 0.01,
  high: 0.01,
};

/** Events that do not happen: somebody who stays, an accident less. */
export const eventTemplates: readonly Template[] = [
  {
    id: "attrition",
    name: "Attrition: what it costs to replace somebody",
    valueType: "labour",
    figure: "Exits per 100 person-years",
    factors: [
      perHundred,
      {
        key: "annual_pay",
        label: "Pay of a year",
        unit: "{currency} a year",
        hint: "Of those who would have left",
        value: 42_000,
        low: 36_000,
        high: 50_000,
      },
      {
        key: "replacement_share",
        label: "Cost to replace somebody, as a share of a year’s pay",
        unit: "share",
        hint: "An example to be replaced by your own: Boushey and Glynn (Center for American Progress, 2012) find about 0.2 in most jobs, 0.16 where pay is low, and over 2 for the most senior",
        value: 0.2,
        low: 0.16,
        high: 0.5,
      },
    ],
    worked: {
      improvement: 2,
      people: 300,
      benefit: 50_400,
      says: "2 exits less per 100 person-years among 300 people: 6 a year, each of them a fifth of 42,000.",
    },
  },
  {
    id: "incidents",
    name: "Safety incidents",
    valueType: "safety",
    figure: "Incidents per 100 person-years",
    factors: [
      perHundred,
      worth(
        "Cost of an incident",
        "{currency} per incident",
        "Care, absence, damage and the inquiry",
        [12_000, 8_000, 20_000],
      ),
    ],
    worked: {
      improvement: 2,
      people: 200,
      benefit: 48_000,
      says: "2 incidents less per 100 person-years among 200 people: 4 a year, at 12,000 each.",
    },
  },
];
