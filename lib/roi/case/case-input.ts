import { z } from "zod";
import { costKinds, recurrences } from "@/db/schema/costs";
import { valueTypes } from "@/db/schema/money";
import { dayNearToday } from "@/lib/entered-day";
import { entryId } from "@/lib/entry";
import { conservativeRules } from "@/lib/money/conservative-rules";

const largest = 1e12;
const number = (message: string) =>
  z
    .number(message)
    .min(-largest, "This is more than can be reckoned with")
    .max(largest, "This is more than can be reckoned with");
const note = z.string().trim().max(2_000, "At most 2,000 characters").nullable();
const currency = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, "Three letters, such as CHF");
const revision = z.number().int().min(0);

const cost = {
  item: z.string().trim().min(2, "Say what it was for").max(200, "At most 200 characters"),
  kind: z.enum(costKinds, "Choose what kind of cost it is"),
  amount: number("Write an amount without a comma for thousands, such as 4800 or 4800.50").min(
    0,
    "A cost is not below zero",
  ),
  currency,
  spentOn: dayNearToday,
  recurrence: z.enum(recurrences),
  endsOn: dayNearToday.nullable(),
  hours: z.number("Write hours, such as 120").min(0, "Hours are not below zero").max(1e7, "Too many hours").nullable(),
  note,
};

type Ending = { spentOn: string; endsOn: string | null; recurrence: string };
const endsAfter = ({ spentOn, endsOn }: Ending) => endsOn === null || endsOn >= spentOn;
const endsOnlyIfRunning = ({ recurrence, endsOn }: Ending) => recurrence !== "one_off" || endsOn === null;
const endMessage = { path: ["endsOn"], error: "It ends before it begins" };
const onceMessage = { path: ["endsOn"], error: "What is paid once has no end" };

export const addCostInput = z
  .object({ ...cost, entryId, initiativeId: z.uuid() })
  .refine(endsAfter, endMessage)
  .refine(endsOnlyIfRunning, onceMessage);
export type AddCost = z.output<typeof addCostInput>;

export const changeCostInput = z
  .object({ ...cost, id: z.uuid(), revision })
  .refine(endsAfter, endMessage)
  .refine(endsOnlyIfRunning, onceMessage);
export type ChangeCost = z.output<typeof changeCostInput>;

export const removeCostInput = z.object({ id: z.uuid(), revision });
export type RemoveCost = z.output<typeof removeCostInput>;

/** What one unit of a currency is worth in the organisation's own from a day on. */
export const enterRateInput = z.object({
  currency,
  validFrom: dayNearToday,
  rate: z
    .number("Write a rate, such as 1.07")
    .gt(0, "A rate is above zero")
    .max(1e6, "This is more than can be reckoned with"),
  source: z.string().trim().min(2, "Say where the rate comes from").max(500, "At most 500 characters"),
});
export type EnterRate = z.output<typeof enterRateInput>;

/** `rate`: what it was when it was looked at. */
export const removeRateInput = z.object({ id: z.uuid(), rate: z.number() });
export type RemoveRate = z.output<typeof removeRateInput>;

export const addLineInput = z.object({
  entryId,
  initiativeId: z.uuid(),
  kpiId: z.uuid("Choose a KPI of the plan"),
  /** Of a template, or without one a value type alone. */
  template: z.string().max(60).nullable(),
  valueType: z.enum(valueTypes, "Choose how it is worth money"),
  title: z.string().trim().min(3, "Say in a few words how it is worth money").max(200, "At most 200 characters"),
  stream: z.string().trim().max(100, "At most 100 characters").nullable(),
});
export type AddLine = z.output<typeof addLineInput>;

/** `seen`: what hung on it when it was looked at. */
export const removeLineInput = z.object({ id: z.uuid(), seen: z.string().max(100) });
export type RemoveLine = z.output<typeof removeLineInput>;

const alternative = z.object({
  value: number("Write a number"),
  source: z.string().trim().min(2, "Say who states it").max(500, "At most 500 characters"),
});

/** `id` where it stands already; else `entryId` and what it is of: an initiative, or (null) the whole organisation, by its key. */
export const stateAssumptionInput = z
  .object({
    entryId,
    id: z.uuid().nullable(),
    initiativeId: z.uuid().nullable(),
    key: z.string().regex(/^[a-z_]{2,60}$/),
    value: number("Write a number, such as 4200 or 0.35").nullable(),
    low: number("Write a number").nullable(),
    high: number("Write a number").nullable(),
    unit: z.string().trim().max(100, "At most 100 characters"),
    source: z.string().trim().max(1_000, "At most 1,000 characters").nullable(),
    ownerId: z.uuid("Choose somebody").nullable(),
    alternatives: z.array(alternative).max(20, "At most 20 other values"),
    note,
    revision,
  })
  .refine(({ value, low }) => value === null || low === null || low <= value, {
    path: ["low"],
    error: "The low end lies above the value",
  })
  .refine(({ value, high }) => value === null || high === null || high >= value, {
    path: ["high"],
    error: "The high end lies below the value",
  })
  .refine(({ value, low, high }) => value !== null || (low === null && high === null), {
    path: ["value"],
    error: "A range needs the value it is around",
  });
export type StateAssumption = z.output<typeof stateAssumptionInput>;

/** What finance says of an assumption as it stood at `revision`. */
export const signAssumptionInput = z
  .object({ entryId, id: z.uuid(), revision, kind: z.enum(["signed", "declined", "withdrawn"]), note })
  .refine(({ kind, note: said }) => kind !== "declined" || (said !== null && said.length > 2), {
    path: ["note"],
    error: "Say what would have to change",
  });
export type SignAssumption = z.output<typeof signAssumptionInput>;

export const keepScenarioInput = z.object({
  initiativeId: z.uuid(),
  name: z.string().trim().min(2, "Give it a name").max(100, "At most 100 characters"),
  overrides: z.record(z.string().max(100), number("Write a number")).refine((all) => Object.keys(all).length <= 200),
  switchedOff: z.array(z.enum(conservativeRules.map(({ id }) => id))).max(conservativeRules.length),
});
export type KeepScenario = z.output<typeof keepScenarioInput>;

export const removeScenarioInput = z.object({ id: z.uuid() });
export type RemoveScenario = z.output<typeof removeScenarioInput>;
