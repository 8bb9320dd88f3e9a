import "server-only";
import { exitTypes } from "@/db/schema/people";
import { date, number, oneOf, text, yesNo } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import { mergePeople } from "@/lib/intake/people/merge-people";
import { unitPath } from "./unit-path";

export const peopleFile: FileDefinition = {
  kind: "people",
  keepsUnknown: true,
  columns: [
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
    text("name", { example: "Ada Example" }),
    text("email", { example: "ada@example.com" }),
    text("role", { example: "Customer service representative" }),
    unitPath("unit", { example: "Company / Operations / Service" }),
    text("site", { example: "Lyon" }),
    text("team", { example: "Service A" }),
    text("manager_id", { longest: 200, example: "E-1000" }),
    date("hire_date", { example: "2022-05-01" }),
    date("exit_date"),
    oneOf("exit_type", exitTypes),
    yesNo("regretted"),
    number("hourly_cost", { from: 0, example: "32.50" }),
  ],
  check(cell) {
    const hire = cell("hire_date");
    const exit = cell("exit_date");
    if (!hire || !exit || exit >= hire) return null;
    return { column: "exit_date", value: exit, reason: `The exit is before the hire on ${hire}` };
  },
  merge: mergePeople,
};
