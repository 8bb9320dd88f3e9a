import { expect, test } from "vitest";
import { asksForNobody, choicesQuery, readChoices, stepOf } from "./choices";

const unit = "6f1d3a54-0f0e-4d6a-9a0a-0d7f1f1b2c3d";

test("choices survive the address they are written into", () => {
  const choices = readChoices({
    kpi: "errors",
    worth: "1,5",
    unit: [unit, unit],
    weeks: "26",
    behaviour: ["asks first", "checks twice"],
    design: "phased",
    draw: "3",
  });
  expect(choices).toMatchObject({ worth: 1.5, unit: [unit], weeks: 26, design: "phased", draw: 3 });
  const query = new URLSearchParams(choicesQuery(choices, "trade"));
  const again = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  expect(readChoices(again)).toEqual(choices);
  expect(stepOf({ step: query.get("step") ?? undefined })).toBe("trade");
});

test("what cannot be read has not been chosen", () => {
  const nothing = readChoices({});
  expect(readChoices({ weeks: "many", share: "99", design: "luck", starts: "soon", worth: "-1", step: "?" })).toEqual(
    nothing,
  );
  expect(nothing).toMatchObject({ weeks: 12, share: 50, waves: 3, kpi: null, shared: "yes", wait: "end", draw: 1 });
  expect(choicesQuery(nothing, "change")).toBe("step=change");
  expect(stepOf({ step: "nowhere" })).toBe("change");
});

test("an id that cannot be any asks for nobody, not for everybody", () => {
  expect(asksForNobody({ unit: "everything" })).toBe(true);
  expect(asksForNobody({ team: [unit, "x"] })).toBe(true);
  expect(asksForNobody({ unit, site: "" })).toBe(false);
});
