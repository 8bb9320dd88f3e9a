import { productionRoles, type RoleCode, roleCodes as role } from "./roles";

/** How a monthly value of one person comes about. Deviations are in the KPI's unit. */
export type PersonKpi = {
  code: string;
  roles: readonly string[];
  base: number;
  person: number;
  team: number;
  teamMonth: number;
  /** Added for somebody on the first day, fading with a time constant of four months. */
  newcomer: number;
  /** Per calendar month, January first; empty means none. */
  season: readonly number[];
  /** Trials per month; null for a mean, which then has its own noise. */
  volume: number | null;
  noise: number;
};

const peak = [-0.012, -0.004, 0, 0, 0, 0.004, 0.006, 0.004, 0, 0, -0.01, -0.018];
const summer = [0, 0, 0, 0, 0.001, 0.002, 0.004, 0.004, 0.001, 0, 0, 0.001];
const quarterEnd = [-0.008, -0.004, 0.014, -0.008, -0.004, 0.014, -0.012, -0.012, 0.012, -0.004, 0, 0.02];
const service: readonly RoleCode[] = [role.customerService];
const selling: readonly RoleCode[] = [role.sales];

export const personKpis: readonly PersonKpi[] = [
  {
    code: "first_contact_resolution",
    roles: service,
    base: 0.69,
    person: 0.045,
    team: 0.014,
    teamMonth: 0.005,
    newcomer: -0.09,
    season: peak,
    volume: 120,
    noise: 0,
  },
  {
    code: "handling_minutes",
    roles: service,
    base: 11.4,
    person: 1.3,
    team: 0.35,
    teamMonth: 0.15,
    newcomer: 3.5,
    season: peak.map((value) => value * -30),
    volume: null,
    noise: 0.6,
  },
  {
    code: "defect_rate",
    roles: productionRoles,
    base: 0.058,
    person: 0.009,
    team: 0.0035,
    teamMonth: 0.0016,
    newcomer: 0.02,
    season: summer,
    volume: 380,
    noise: 0,
  },
  {
    code: "rework_rate",
    roles: productionRoles,
    base: 0.05,
    person: 0.009,
    team: 0.0035,
    teamMonth: 0.0016,
    newcomer: 0.015,
    season: summer,
    volume: 160,
    noise: 0,
  },
  {
    code: "first_piece_checks",
    roles: productionRoles,
    base: 0.54,
    person: 0.08,
    team: 0.04,
    teamMonth: 0.015,
    newcomer: -0.1,
    season: [],
    volume: 40,
    noise: 0,
  },
  {
    code: "order_accuracy",
    roles: [role.stocker],
    base: 0.962,
    person: 0.008,
    team: 0.003,
    teamMonth: 0.0015,
    newcomer: -0.02,
    season: peak.map((value) => value / 4),
    volume: 260,
    noise: 0,
  },
  {
    code: "invoice_corrections",
    roles: [role.billing],
    base: 0.044,
    person: 0.009,
    team: 0.003,
    teamMonth: 0.002,
    newcomer: 0.02,
    season: [],
    volume: 170,
    noise: 0,
  },
  {
    code: "win_rate",
    roles: selling,
    base: 0.27,
    person: 0.06,
    team: 0.018,
    teamMonth: 0.007,
    newcomer: -0.06,
    season: quarterEnd,
    volume: 38,
    noise: 0,
  },
  {
    code: "in_flow_use",
    roles: [...service, ...selling],
    base: 0.08,
    person: 0.03,
    team: 0.015,
    teamMonth: 0.01,
    newcomer: 0.06,
    season: [],
    volume: 60,
    noise: 0,
  },
];
