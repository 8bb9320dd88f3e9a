import { expect, test } from "vitest";
import { aRole, aSkill, aTask, nth } from "@/test/given-taxonomy";
import { treeOf } from "./apply-changes";
import { searchTree } from "./search-tree";
import { indexTree } from "./tree-index";

const index = indexTree(
  treeOf([
    aRole(nth("role", 1), "Évaluateur de crédit"),
    aTask(nth("task", 1), nth("role", 1), "Listen to the customer"),
    aSkill(nth("skill", 1), "Listening"),
    aSkill(nth("skill", 2), "Active listening"),
    aSkill(nth("skill", 3), "Enlisting others"),
    { ...aSkill(nth("skill", 4), "Hearing"), summary: "Listening with care" },
    aSkill(nth("skill", 5), "Straße und Güter"),
  ]),
);
const found = (text: string) =>
  searchTree(index, text).map(({ node }) => (node.kind === "behaviour" ? node.statement : node.name));

test("the whole name comes first, then its beginning, a word's beginning, anywhere in it, and the description", () => {
  expect(found("listening")).toEqual(["Listening", "Active listening", "Hearing"]);
  expect(found("list")).toEqual([
    "Listening",
    "Listen to the customer",
    "Active listening",
    "Enlisting others",
    "Hearing",
  ]);
});

test("all words must match, in whatever order", () => {
  expect(found("listening active")).toEqual(["Active listening"]);
  expect(found("listening customer")).toEqual([]);
});

test("case and diacritics make no difference, on either side", () => {
  expect(found("evaluateur CREDIT")).toEqual(["Évaluateur de crédit"]);
  expect(found("gûter")).toEqual(["Straße und Güter"]);
});

test("no words find nothing", () => {
  expect([found(""), found("   ")]).toEqual([[], []]);
});
