import "server-only";
import { date, number, text } from "@/lib/intake/column";
import { mergeKpiValues } from "@/lib/intake/facts/merge-kpi-values";
import type { FileDefinition } from "@/lib/intake/file-definition";

export const kpiFile: FileDefinition = {
  kind: "kpi",
  when: "date",
  columns: [
    text("kpi", { required: true, longest: 200, example: "error_rate" }),
    date("date", { required: true, example: "2025-03-31" }),
    text("employee_id", { longest: 200, example: "E-1001" }),
    text("team"),
    number("value"),
    number("numerator", { example: "3" }),
    number("denominator", { example: "120" }),
  ],
  check(cell) {
    const [person, team, value] = [cell("employee_id"), cell("team"), cell("value")];
    if (!person && !team) return { column: "employee_id", value: null, reason: "Name a person or a team" };
    if (person && team) return { column: "team", value: team, reason: "Name a person or a team, not both" };
    const [numerator, denominator] = [cell("numerator"), cell("denominator")];
    // A row that holds nothing says that the value is missing; half a ratio is a slip.
    const isMissing = value === null && numerator === null && denominator === null;
    if (!isMissing && value === null && (numerator === null || denominator === null)) {
      return { column: "value", value: null, reason: "Give a value, or a numerator and a denominator" };
    }
    if (denominator !== null && Number(denominator) < 0) {
      return { column: "denominator", value: denominator, reason: "A denominator is 0 or more" };
    }
    return null;
  },
  merge: mergeKpiValues,
};
