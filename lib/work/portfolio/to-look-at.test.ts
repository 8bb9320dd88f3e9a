import { expect, test } from "vitest";
import { toLookAt } from "./to-look-at";

const used = { retired: null, withheld: false, people: 12, owner: "Service Academy" };

test("content is looked at for what it is for, its use and its owner, the gravest first, and for nothing else", () => {
  const activities = [
    { ...used, id: "fine" },
    { ...used, id: "unowned", owner: null },
    { ...used, id: "few", withheld: true, people: 0 },
    { ...used, id: "unused", people: 0, owner: null },
    { ...used, id: "retired", retired: "Asks why" },
  ];
  expect(toLookAt(activities).map(({ activity, reasons }) => [activity.id, reasons.map(({ kind }) => kind)])).toEqual([
    ["retired", ["retired"]],
    ["unused", ["unused", "unowned"]],
    ["unowned", ["unowned"]],
  ]);
});
