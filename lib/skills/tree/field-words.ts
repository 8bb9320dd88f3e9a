import { nameOf } from "./name-of";
import type { Tree } from "./node";
import { depthWords, facetWords, riskWords, witnessWords } from "./vocabulary";

/** What a field is called beside its input and in a difference. */
export const fieldWords = {
  name: "Name",
  statement: "Statement",
  summary: "Description",
  ownerId: "Owner",
  source: "Source",
  roleId: "Role",
  taskId: "Task",
  skillId: "Skill",
  critical: "Critical",
  frequency: "Frequency",
  impact: "Impact",
  position: "Order",
  facet: "Facet",
  risk: "Risk",
  depth: "Depth",
  halfLifeDays: "Half-life",
  rangeReason: "Reason for the number of behaviours",
  anchors: "Levels in words",
  seenBy: "Seen by",
  ofTeam: "Shown by a team",
  targetLevel: "Target level",
  shownBy: "Shown by",
} as const;

export type FieldName = keyof typeof fieldWords;

/** A field's value in words; null where nothing is set. `users` are names by id. */
export function valueWords(
  tree: Tree,
  users: ReadonlyMap<string, string>,
  field: FieldName,
  value: unknown,
): string | null {
  if (value === null || value === undefined || value === "") return null;
  switch (field) {
    case "ownerId":
      return users.get(String(value)) ?? "somebody who has left";
    case "source":
      return sourceWords(value as { scheme: string; code: string });
    case "roleId":
    case "taskId":
    case "skillId":
      return nodeWords(tree, String(value));
    case "critical":
    case "ofTeam":
      return value ? "Yes" : "No";
    case "position":
      return `Place ${Number(value) + 1}`;
    case "facet":
      return facetWords[value as keyof typeof facetWords];
    case "risk":
      return riskWords[value as keyof typeof riskWords];
    case "depth":
      return depthWords[value as keyof typeof depthWords];
    case "halfLifeDays":
      return `${value} days`;
    case "anchors":
      return anchorWords(value as (string | null)[]);
    case "seenBy":
      return listed((value as (keyof typeof witnessWords)[]).map((one) => witnessWords[one]));
    case "shownBy":
      return shownWords(tree, value as { behaviourId: string; targetLevel: number | null }[]);
    default:
      return String(value);
  }
}

const listed = (parts: readonly string[]) => (parts.length > 0 ? parts.join("; ") : null);
const sourceWords = ({ scheme, code }: { scheme: string; code: string }) => `${scheme} ${code}`;

function nodeWords(tree: Tree, id: string): string {
  const node = tree.get(id);
  return node ? nameOf(tree, node) : "something taken out";
}

function anchorWords(anchors: readonly (string | null)[]): string | null {
  return listed(anchors.flatMap((text, at) => (text ? [`${at + 1}: ${text}`] : [])));
}

function shownWords(tree: Tree, shown: readonly { behaviourId: string; targetLevel: number | null }[]): string {
  const parts = shown.map(({ behaviourId, targetLevel }) => {
    const level = targetLevel === null ? "" : ` (level ${targetLevel})`;
    return `${nodeWords(tree, behaviourId)}${level}`;
  });
  return listed(parts) ?? "All behaviours of the skill";
}
