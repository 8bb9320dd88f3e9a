import type { Fault } from "./fault";
import { halfLifeRange } from "./half-life";
import type { TaxonomyNode } from "./node";
import { fieldOf, sameValue } from "./same-node";

const longest = { name: 500, statement: 300, summary: 4_000, rangeReason: 1_000 } as const;

/** What is wrong with a node by itself, in those fields that are new or differ from `before`: what an import brought is left alone. */
export function nodeFaults(node: TaxonomyNode, before: TaxonomyNode | null): Fault[] {
  const faults: Fault[] = [];
  const check = (field: string, isWrong: boolean, message: string) => {
    const isChanged = !before || !sameValue(fieldOf(before, field), fieldOf(node, field));
    if (isWrong && isChanged) faults.push({ nodeId: node.id, field, message });
  };
  for (const [field, most] of Object.entries(longest)) {
    const text = fieldOf(node, field);
    if (typeof text !== "string") continue;
    check(field, text.length > most, `At most ${most} characters`);
    check(field, text.trim() !== "" && text !== text.trim(), "No space at the beginning or the end");
  }
  if (node.kind === "behaviour") {
    check("statement", node.statement.trim() === "", "Say what can be seen");
    check(
      "anchors",
      node.anchors !== null && !areAnchors(node.anchors),
      "One text for each of the levels 1 to 5, of at most 500 characters",
    );
    check("seenBy", node.seenBy.length === 0, "Name at least one who can see it");
    check("seenBy", new Set(node.seenBy).size < node.seenBy.length, "Name each only once");
  } else if (node.kind !== "need") {
    check("name", node.name.trim() === "", `Give the ${node.kind} a name`);
  }
  if (node.kind === "need") {
    check("targetLevel", !isLevel(node.targetLevel), "A level lies between 1 and 5");
    check(
      "shownBy",
      node.shownBy.some(({ targetLevel }) => !isLevel(targetLevel)),
      "A level lies between 1 and 5",
    );
    const named = node.shownBy.map(({ behaviourId }) => behaviourId);
    check("shownBy", new Set(named).size < named.length, "Name each behaviour only once");
  }
  if (node.kind === "task") {
    for (const field of ["frequency", "impact"] as const) {
      const value = node[field];
      check(
        field,
        value !== null && !(Number.isInteger(value) && value >= 1 && value <= 5),
        "A whole number from 1 to 5",
      );
    }
  }
  if (node.kind === "skill") {
    const days = node.halfLifeDays;
    check(
      "halfLifeDays",
      days !== null && !(Number.isInteger(days) && days >= halfLifeRange.least && days <= halfLifeRange.most),
      `A whole number of days from ${halfLifeRange.least} to ${halfLifeRange.most}`,
    );
  }
  return faults;
}

const isLevel = (level: number | null) => level === null || (level >= 1 && level <= 5);
const areAnchors = (anchors: readonly (string | null)[]) =>
  anchors.length === 5 && anchors.every((text) => text === null || text.length <= 500);
