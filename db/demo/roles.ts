import type { Onet } from "./onet";
import type { ChosenTask, RoleSource, WrittenBehaviour } from "./role-source";
import { assemblers, inspectors, machinists } from "./roles-production";
import { billing, customerService, sales } from "./roles-service";
import { maintenance, stockers, supervisors } from "./roles-support";

export const roleCodes = {
  customerService: customerService.code,
  sales: sales.code,
  billing: billing.code,
  assembler: assemblers.code,
  machinist: machinists.code,
  inspector: inspectors.code,
  maintenance: maintenance.code,
  stocker: stockers.code,
  supervisor: supervisors.code,
  serviceSupervisor: "41-1011.00",
  salesManager: "11-2022.00",
  hrManager: "11-3121.00",
  bookkeeper: "43-3031.00",
  accountant: "13-2011.00",
  hrSpecialist: "13-1071.00",
  trainer: "13-1151.00",
  userSupport: "15-1232.00",
  developer: "15-1252.00",
} as const;

export type RoleCode = (typeof roleCodes)[keyof typeof roleCodes];

export const productionRoles: readonly string[] = [roleCodes.assembler, roleCodes.machinist, roleCodes.inspector];

export type Role = {
  code: string;
  title: string;
  /** Has work events, KPIs and observations. */
  operational: boolean;
  tasks: ChosenTask[];
  behaviours: WrittenBehaviour[];
  /** Skills that nobody has described as behaviours yet. */
  bareSkills: string[];
};

const operational = [customerService, sales, billing, assemblers, machinists, inspectors, maintenance, stockers];
const described = new Map<string, RoleSource>([...operational, supervisors].map((source) => [source.code, source]));

function unratedTasks(code: string, onet: Onet): ChosenTask[] {
  const statements = (onet.tasks.get(code) ?? []).filter((task) => task.core);
  const shortest = [...statements].sort((left, right) => left.text.length - right.text.length).slice(0, 5);
  return shortest.map((task, index) => ({
    id: task.id,
    name: task.text.replace(/\.$/, ""),
    depth: index % 2 === 0 ? "applied" : "routine",
    risk: index === 0 ? "medium" : "low",
    minutes: 30,
    frequency: 5 - (index % 4),
    impact: 2 + ((index * 2) % 4),
  }));
}

export function buildRoles(onet: Onet): Map<string, Role> {
  return new Map(
    Object.values(roleCodes).map((code) => {
      const source = described.get(code);
      const tasks = (source?.tasks ?? unratedTasks(code, onet)).map((task) => ({
        ...task,
        ...onet.ratings.get(task.id),
      }));
      const role: Role = {
        code,
        title: onet.titles.get(code) ?? code,
        operational: operational.some((candidate) => candidate.code === code),
        tasks,
        behaviours: source?.behaviours ?? [],
        bareSkills: source ? [] : (onet.skills.get(code) ?? []).slice(0, 4),
      };
      return [code, role];
    }),
  );
}
