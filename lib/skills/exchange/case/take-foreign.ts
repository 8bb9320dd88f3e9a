import type { TaxonomySource } from "@/db/schema/taxonomy";
import type { Fault } from "@/lib/intake/fault";
import { foreign } from "@/lib/skills/exchange/foreign";
import type { Mapped, Parsed } from "@/lib/skills/exchange/parsed";
import type { NodeKind, TaxonomyNode } from "@/lib/skills/tree/node";
import type { ReadItem, ReadPackage } from "./parse-case";

const types: [NodeKind, RegExp][] = [
  ["role", /\b(role|occupation|job)\b/i],
  ["task", /\b(task|duty|activity)\b/i],
  ["behaviour", /\b(behaviou?r|indicator|performance|observable)\b/i],
  ["skill", /\b(skill|competenc\w*|ability|standard)\b/i],
];

const longest = { role: 400, task: 600, skill: 400, behaviour: 1_000, need: 0 } as const;

/**
 * A package of somebody else. Its item types decide what an item becomes; where they say nothing we know, what hangs on an item and has
 * nothing below it is a behaviour of it, and what only holds others of that kind together is a heading and left out.
 */
export function takeForeign(file: string, { document, items, associations }: ReadPackage, faults: Fault[]): Parsed {
  const parentOf = new Map<string, string>();
  const order = new Map<string, number>();
  for (const { associationType, originNodeURI, destinationNodeURI, sequenceNumber } of associations) {
    if (associationType !== "isChildOf" || parentOf.has(originNodeURI.identifier)) continue;
    parentOf.set(originNodeURI.identifier, destinationNodeURI.identifier);
    order.set(originNodeURI.identifier, sequenceNumber ?? 0);
  }
  const byId = new Map(items.map((item) => [item.identifier, item]));
  const children = new Map<string, string[]>();
  for (const [child, parent] of parentOf) {
    if (!byId.has(child)) continue;
    const known = children.get(parent);
    if (known) known.push(child);
    else children.set(parent, [child]);
  }
  const kinds = new Map(items.map((item) => [item.identifier, kindOf(item)]));

  function kindOf(item: ReadItem): NodeKind | null {
    const typed = types.find(([, pattern]) => pattern.test(item.CFItemType ?? ""))?.[0];
    if (typed) return typed;
    const below = children.get(item.identifier) ?? [];
    const isLeaf = below.length === 0;
    if (isLeaf) return byId.has(parentOf.get(item.identifier) ?? "") ? "behaviour" : "skill";
    return below.some((child) => (children.get(child) ?? []).length === 0) ? "skill" : null;
  }

  /** The nearest item above that became this kind. */
  const above = (id: string, kind: NodeKind): string | null => {
    const seen = new Set<string>();
    for (let at = parentOf.get(id); at && !seen.has(at); at = parentOf.get(at)) {
      if (kinds.get(at) === kind) return at;
      seen.add(at);
    }
    return null;
  };

  const nodes: TaxonomyNode[] = [];
  const mapping: Mapped[] = [];
  for (const item of items) {
    const kind = kinds.get(item.identifier) ?? null;
    const row = {
      kind: item.CFItemType ?? "Item",
      name: item.fullStatement.slice(0, 300),
      code: item.humanCodingScheme ?? "",
    };
    const left = (why: string) => mapping.push({ ...row, id: null, became: null, why });
    if (!kind) left("A heading: what it holds together is taken, it is not");
    else if (item.fullStatement.length > longest[kind]) {
      const reason = `The statement has ${item.fullStatement.length} characters, and a ${kind} at most ${longest[kind]}`;
      faults.push({
        file,
        line: 0,
        column: `CFItems ${item.identifier} fullStatement`,
        value: item.fullStatement.slice(0, 60),
        reason,
      });
      left(reason);
    } else {
      const node = nodeOf(item, kind);
      if (node) {
        nodes.push(...node);
        mapping.push({
          ...row,
          id: item.identifier,
          became: kind,
          why: kind === "behaviour" ? "Check that it can be seen at work" : "",
        });
      } else left(kind === "task" ? "A task without a role" : "A behaviour without a skill");
    }
  }
  return foreign("case", { nodes, mapping }, faults);

  function nodeOf(item: ReadItem, kind: NodeKind): TaxonomyNode[] | null {
    const { identifier: id, fullStatement: name } = item;
    const source: TaxonomySource = {
      scheme: "case",
      code: id.slice(0, 300),
      ...(document.version ? { release: document.version.slice(0, 100) } : {}),
      ...(document.licenseURI?.title ? { licence: document.licenseURI.title.slice(0, 200) } : {}),
      attribution: `${document.title}${document.creator ? `, ${document.creator}` : ""}`.slice(0, 2_000),
    };
    const summary = item.notes?.slice(0, 4_000) || null;
    const position = Math.min(1_000_000, Math.max(0, Math.round(order.get(id) ?? 0)));
    const roleId = above(id, "role");
    switch (kind) {
      case "role":
        return [{ kind, id, name, summary, ownerId: null, source }];
      case "task":
        return roleId
          ? [{ kind, id, roleId, name, position, critical: false, frequency: null, impact: null, source }]
          : null;
      case "behaviour": {
        const skillId = above(id, "skill");
        if (!skillId) return null;
        const rest = { facet: null, anchors: null, seenBy: ["manager" as const, "peer" as const], ofTeam: false };
        return [{ kind, id, skillId, statement: name, ...rest, position, source }];
      }
      default: {
        const none = { facet: null, risk: null, depth: null };
        const skill: TaxonomyNode = {
          kind: "skill",
          id,
          name,
          summary,
          ...none,
          halfLifeDays: null,
          ownerId: null,
          rangeReason: null,
          source,
        };
        if (!roleId) return [skill];
        const need = {
          kind: "need" as const,
          id: `need ${id}`,
          roleId,
          taskId: above(id, "task"),
          skillId: id,
          targetLevel: null,
        };
        return [skill, { ...need, ...none, critical: false, position, shownBy: [] }];
      }
    }
  }
}
