import type { History, PersonHistory } from "@/lib/plans/wizard/people-history";
import { addPeriods } from "@/lib/plans/wizard/plan-calendar";

/** Somebody of a team with plain values, one per period. */
export function personWith(
  id: string,
  team: string,
  values: (number | null)[],
  more: Partial<PersonHistory> = {},
): PersonHistory {
  const none = values.map(() => null);
  return {
    id,
    employeeId: id,
    name: null,
    teamId: team,
    team,
    site: null,
    unit: null,
    role: null,
    values,
    numerators: none,
    denominators: none,
    ...more,
  };
}

export function historyOf(people: PersonHistory[], level: History["level"] = "person"): History {
  const count = people[0]?.values.length ?? 0;
  const periods = Array.from({ length: count }, (_, at) => addPeriods("2025-01-01", at, "month"));
  return { kind: "month", periods, level, people };
}
