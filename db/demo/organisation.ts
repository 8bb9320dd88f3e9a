import { type RoleCode, roleCodes as role } from "./roles";

export type Unit = {
  path: string;
  name: string;
  share: number;
  manager: RoleCode;
  mix: { role: RoleCode; share: number }[];
};

export const sites = ["Rotterdam", "Lyon", "Poznan"] as const;

export const units: readonly Unit[] = [
  {
    path: "Meridian Works / Operations / Assembly",
    name: "Assembly",
    share: 0.24,
    manager: role.supervisor,
    mix: [
      { role: role.assembler, share: 0.8 },
      { role: role.inspector, share: 0.12 },
      { role: role.maintenance, share: 0.08 },
    ],
  },
  {
    path: "Meridian Works / Operations / Machining and Quality",
    name: "Machining",
    share: 0.18,
    manager: role.supervisor,
    mix: [
      { role: role.machinist, share: 0.62 },
      { role: role.inspector, share: 0.3 },
      { role: role.maintenance, share: 0.08 },
    ],
  },
  {
    path: "Meridian Works / Operations / Logistics",
    name: "Logistics",
    share: 0.1,
    manager: role.supervisor,
    mix: [
      { role: role.stocker, share: 0.93 },
      { role: role.maintenance, share: 0.07 },
    ],
  },
  {
    path: "Meridian Works / Customers / Customer Service",
    name: "Service",
    share: 0.22,
    manager: role.serviceSupervisor,
    mix: [
      { role: role.customerService, share: 0.95 },
      { role: role.userSupport, share: 0.05 },
    ],
  },
  {
    path: "Meridian Works / Customers / Sales",
    name: "Sales",
    share: 0.16,
    manager: role.salesManager,
    mix: [{ role: role.sales, share: 1 }],
  },
  {
    path: "Meridian Works / Services / Finance and People",
    name: "Finance",
    share: 0.1,
    manager: role.hrManager,
    mix: [
      { role: role.billing, share: 0.42 },
      { role: role.bookkeeper, share: 0.18 },
      { role: role.accountant, share: 0.1 },
      { role: role.hrSpecialist, share: 0.1 },
      { role: role.trainer, share: 0.07 },
      { role: role.userSupport, share: 0.06 },
      { role: role.developer, share: 0.07 },
    ],
  },
];

const [assembly, machining, logistics, service, sales, finance] = [0, 1, 2, 3, 4, 5];

export type Move = { from: RoleCode; to: RoleCode; unit?: number | undefined; event: "promotion" | "lateral_move" };

/** The moves people make inside the company; with a unit, they leave their own for it. */
export const moves: readonly Move[] = [
  { from: role.assembler, to: role.inspector, event: "promotion" },
  { from: role.assembler, to: role.machinist, unit: machining, event: "promotion" },
  { from: role.assembler, to: role.stocker, unit: logistics, event: "lateral_move" },
  { from: role.assembler, to: role.maintenance, event: "lateral_move" },
  { from: role.machinist, to: role.supervisor, event: "promotion" },
  { from: role.machinist, to: role.inspector, event: "lateral_move" },
  { from: role.inspector, to: role.supervisor, event: "promotion" },
  { from: role.inspector, to: role.inspector, unit: assembly, event: "lateral_move" },
  { from: role.inspector, to: role.inspector, unit: machining, event: "lateral_move" },
  { from: role.maintenance, to: role.supervisor, event: "promotion" },
  { from: role.maintenance, to: role.maintenance, unit: logistics, event: "lateral_move" },
  { from: role.stocker, to: role.supervisor, event: "promotion" },
  { from: role.stocker, to: role.assembler, unit: assembly, event: "lateral_move" },
  { from: role.customerService, to: role.serviceSupervisor, event: "promotion" },
  { from: role.customerService, to: role.sales, unit: sales, event: "promotion" },
  { from: role.customerService, to: role.billing, unit: finance, event: "lateral_move" },
  { from: role.customerService, to: role.userSupport, event: "lateral_move" },
  { from: role.sales, to: role.salesManager, event: "promotion" },
  { from: role.sales, to: role.customerService, unit: service, event: "lateral_move" },
  { from: role.billing, to: role.bookkeeper, event: "promotion" },
  { from: role.billing, to: role.customerService, unit: service, event: "lateral_move" },
  { from: role.bookkeeper, to: role.accountant, event: "promotion" },
  { from: role.hrSpecialist, to: role.hrManager, event: "promotion" },
  { from: role.userSupport, to: role.developer, event: "promotion" },
];

const costs: Partial<Record<RoleCode, number>> = {
  [role.customerService]: 29,
  [role.sales]: 48,
  [role.billing]: 30,
  [role.assembler]: 27,
  [role.machinist]: 34,
  [role.inspector]: 33,
  [role.maintenance]: 35,
  [role.stocker]: 25,
  [role.supervisor]: 44,
  [role.serviceSupervisor]: 43,
  [role.salesManager]: 66,
  [role.hrManager]: 62,
  [role.accountant]: 46,
  [role.developer]: 52,
};

/** Loaded euros per hour, made up. */
export function baseHourlyCost(code: RoleCode): number {
  return costs[code] ?? 36;
}
