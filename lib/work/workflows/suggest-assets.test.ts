import { expect, test } from "vitest";
import { suggestAssets } from "./suggest-assets";

const step = {
  goodPath: "Reads the history first",
  failurePath: "Opens it blind",
  decisionQuality: null,
  handsOver: true,
};

test("each path of a step asks for its own asset, and what is there already is named", () => {
  const card = { id: "1", name: "Card", format: "scenario_card" };
  const course = { id: "2", name: "Course", format: "course" };
  expect(suggestAssets(step, [card, course]).map(({ kind, there }) => [kind, there.map(({ name }) => name)])).toEqual([
    ["Checklist or job aid", []],
    ["Scenario", ["Card"]],
    ["Hand-over template", []],
  ]);
});

test("an empty step asks for nothing", () => {
  expect(suggestAssets({ goodPath: null, failurePath: null, decisionQuality: null, handsOver: false }, [])).toEqual([]);
});
