import { expect, test } from "vitest";
import { readChoices } from "./choices";
import { kpiFor, planTemplates, templateHref } from "./templates";

test.each(planTemplates.map((template) => [template.id, template] as const))(
  "the address of “%s” makes the choices it names and no others",
  (_, template) => {
    const { searchParams } = new URL(templateHref(template, "some_kpi"), "http://localhost");
    const expected = { ...readChoices({}), title: template.title, ...template.choices, kpi: "some_kpi" };
    expect(readChoices(Object.fromEntries(searchParams))).toEqual(expected);
  },
);

test("a template takes the first measured KPI that is named as such KPIs are, and none rather than another", () => {
  const [defects] = planTemplates;
  if (!defects) throw new Error("no templates");
  const kpis = [
    { code: "a", name: "Defect rate, planned", measured: null },
    { code: "b", name: "Units per hour", measured: "person" },
    { code: "c", name: "Scrap per shift", measured: "team" },
  ];
  expect(kpiFor(defects, kpis)?.code).toBe("c");
  expect(kpiFor(defects, kpis.slice(0, 2))).toBeNull();
  const costFirst = [
    { code: "d", name: "Cost of scrap", measured: "person" },
    { code: "e", name: "Defect rate", measured: "person" },
  ];
  expect(kpiFor(defects, costFirst)?.code, "what fits best, not what stands first").toBe("e");
});
