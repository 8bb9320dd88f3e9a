import type { RoleName } from "@/db/schema/access";
import type { ValueType } from "@/db/schema/money";
import type { AddCost, StateAssumption } from "@/lib/roi/case/case-input";

type Stated = Partial<Pick<StateAssumption, "value" | "low" | "high" | "source" | "alternatives" | "note">>;

export type MoneyLine = {
  initiative: string;
  kpi: string;
  title: string;
  template: string | null;
  valueType: ValueType;
  stream: string | null;
  /** By key of the factor; what is not here stays as the data or the template say. */
  stated: Record<string, Stated>;
  unsigned?: string[];
  declined?: Record<string, string>;
  changedSince?: Record<string, Stated>;
};

const once = { recurrence: "one_off", endsOn: null, hours: null, note: null } as const;

/** Entered by hand, beside the ledgers that came with the studies. One in a currency with a rate, one in a currency without. */
export const moneyCosts: (Omit<AddCost, "entryId" | "initiativeId"> & { initiative: string })[] = [
  {
    ...once,
    initiative: "refund-handling",
    item: "Review of the cards by a Swiss agency",
    kind: "content",
    amount: 1800,
    currency: "CHF",
    spentOn: "2025-05-02",
    note: "Invoice in Swiss francs",
  },
  {
    ...once,
    initiative: "setup-verification",
    item: "Mounting of tablets in Poznan",
    kind: "platform",
    amount: 7400,
    currency: "PLN",
    spentOn: "2025-08-20",
  },
  {
    ...once,
    initiative: "negotiation-library",
    item: "Seats of the preparation sheet",
    kind: "platform",
    amount: 240,
    currency: "EUR",
    spentOn: "2026-01-12",
    recurrence: "monthly",
    endsOn: "2027-01-11",
  },
];

type Shared = Stated & { key: string; value: number; unit: string; source: string; owner: RoleName; sign: boolean };

export const sharedAssumptions: Shared[] = [
  {
    key: "discount_rate",
    value: 0.08,
    unit: "share a year",
    source: "Treasury, cost of capital for internal projects",
    owner: "executive",
    sign: true,
  },
  {
    key: "full_time_hours",
    value: 1720,
    unit: "hours",
    source: "Working time agreement, less leave and holidays",
    owner: "hrbp",
    sign: true,
  },
  {
    key: "hourly_cost",
    value: 36,
    low: 32,
    high: 41,
    unit: "EUR an hour",
    source: "Controlling, mean over all roles",
    owner: "executive",
    sign: false,
  },
];

const margin: Stated = { value: 0.31, low: 0.27, high: 0.34, source: "Controlling, contribution margin of last year" };

export const moneyLines: MoneyLine[] = [
  {
    initiative: "refund-handling",
    kpi: "first_contact_resolution",
    title: "Contacts that do not come back",
    template: "repeat_contacts",
    valueType: "labour",
    stream: "contact time",
    stated: {
      hours_per_unit: {
        value: 0.3,
        low: 0.24,
        high: 0.36,
        source: "Telephony: second contacts with reading up and wrap-up",
        alternatives: [{ value: 0.35, source: "Team leads’ estimate" }],
      },
      used_share: {
        value: 0.8,
        low: 0.65,
        high: 0.95,
        source: "Workforce planning: waiting contacts are taken with it",
      },
    },
    unsigned: ["used_share"],
  },
  {
    initiative: "setup-verification",
    kpi: "defect_rate",
    title: "Defects that are not made",
    template: "defects",
    valueType: "quality",
    stream: "quality",
    stated: { value_per_unit: { value: 14.5, low: 11, high: 18 } },
    changedSince: {
      value_per_unit: { value: 15.2, low: 11.5, high: 19, source: "Cost accounting after the price of steel rose" },
    },
  },
  {
    initiative: "quality-certification",
    kpi: "rework_rate",
    title: "Jobs that are not done twice",
    template: null,
    valueType: "quality",
    stream: "quality",
    stated: { value_per_unit: { value: 22, low: 18, high: 26 } },
  },
  {
    initiative: "negotiation-library",
    kpi: "win_rate",
    title: "Offers won",
    template: "win_rate",
    valueType: "revenue",
    stream: "commercial",
    stated: {
      value_per_unit: { value: 4300, low: 3600, high: 5000, source: "CRM, mean revenue of an offer that was won" },
      margin,
    },
    declined: { value_per_unit: "Take last year’s offers only; the mean holds two framework contracts" },
  },
  {
    initiative: "negotiation-library",
    kpi: "revenue_per_rep",
    title: "Revenue of a representative",
    template: "revenue_per_rep",
    valueType: "revenue",
    stream: "commercial",
    stated: { margin },
    unsigned: ["margin", "periods"],
  },
];
