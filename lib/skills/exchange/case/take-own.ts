import { z } from "zod";
import { depths, facets, risks, witnesses } from "@/db/schema/taxonomy";
import type { Fault } from "@/lib/intake/fault";
import { notInDrafts } from "@/lib/skills/exchange/extras";
import type { Mapped, Parsed } from "@/lib/skills/exchange/parsed";
import { proficiencyRule } from "@/lib/skills/proficiency-rule";
import { halfLifeRange } from "@/lib/skills/tree/half-life";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import { ours } from "./case-json";
import type { ReadAssociation, ReadItem, ReadPackage } from "./parse-case";

const facet = z.enum(facets).nullable();
const risk = z.enum(risks).nullable();
const depth = z.enum(depths).nullable();
const level = z.number().min(1).max(5).nullable();
const rating = z.int().min(1).max(5).nullable();
const owner = z.string().optional();
const source = z
  .object({
    scheme: z.string(),
    code: z.string(),
    release: z.string().exactOptional(),
    licence: z.string().exactOptional(),
    attribution: z.string().exactOptional(),
  })
  .nullable();

const itemFields = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("role"), source, owner, proficiency: proficiencyRule.optional() }),
  z.object({ kind: z.literal("task"), critical: z.boolean(), frequency: rating, impact: rating, source }),
  z.object({
    kind: z.literal("skill"),
    facet,
    risk,
    depth,
    halfLifeDays: z.int().min(halfLifeRange.least).max(halfLifeRange.most).nullable(),
    rangeReason: z.string().nullable(),
    source,
    owner,
  }),
  z.object({
    kind: z.literal("behaviour"),
    facet,
    anchors: z.array(z.string().nullable()).max(5).nullable(),
    seenBy: z.array(z.enum(witnesses)),
    ofTeam: z.boolean(),
    source,
  }),
]);

const needFields = z.object({
  kind: z.literal("need"),
  targetLevel: level,
  risk,
  depth,
  critical: z.boolean(),
  facet,
  shownBy: z.array(z.object({ behaviourId: z.string(), targetLevel: level })),
});

/** A package that we wrote: its extensions say what each item is, so it is read without loss. */
export function takeOwn(file: string, { items, associations }: ReadPackage, faults: Fault[]): Parsed {
  const parents = new Map<string, ReadAssociation>();
  for (const one of associations)
    if (one.associationType === "isChildOf") parents.set(one.originNodeURI.identifier, one);
  const nodes: TaxonomyNode[] = [];
  const owners = new Map<string, string>();
  const mapping: Mapped[] = [];
  let hasProficiency = false;
  const fault = (column: string, reason: string) => faults.push({ file, line: 0, column, value: null, reason });

  for (const item of items) {
    const fields = itemFields.safeParse(item.extensions?.[ours]);
    if (!fields.success) {
      const issue = fields.error.issues[0];
      fault(
        `CFItems ${item.identifier} ${issue?.path.join(".") ?? ""}`.trim(),
        issue?.message ?? "Its extension cannot be read",
      );
      continue;
    }
    hasProficiency ||= "proficiency" in fields.data;
    const node = nodeOf(item, fields.data, parents.get(item.identifier));
    nodes.push(node);
    if ("owner" in fields.data && fields.data.owner) owners.set(node.id, fields.data.owner.toLowerCase());
    mapping.push({
      kind: item.CFItemType ?? node.kind,
      name: item.fullStatement,
      code: item.humanCodingScheme ?? "",
      id: node.id,
      became: node.kind,
      why: "",
    });
  }
  const tasks = new Map(nodes.flatMap((node) => (node.kind === "task" ? [[node.id, node.roleId] as const] : [])));
  for (const one of associations.filter(({ associationType }) => associationType === "isRelatedTo")) {
    const fields = needFields.safeParse(one.extensions?.[ours]);
    if (!fields.success) continue;
    const to = one.destinationNodeURI.identifier;
    nodes.push({
      ...fields.data,
      id: one.identifier,
      roleId: tasks.get(to) ?? to,
      taskId: tasks.has(to) ? to : null,
      skillId: one.originNodeURI.identifier,
      position: one.sequenceNumber ?? 0,
    });
  }
  return {
    format: "case",
    nodes,
    mapping,
    faults,
    tells: () => true,
    exactNames: true,
    owners,
    notices: notInDrafts({ paths: true, proficiency: hasProficiency }),
  };
}

function nodeOf(
  item: ReadItem,
  fields: z.output<typeof itemFields>,
  parent: ReadAssociation | undefined,
): TaxonomyNode {
  const { identifier: id, fullStatement } = item;
  const of = parent?.destinationNodeURI.identifier ?? "";
  const position = parent?.sequenceNumber ?? 0;
  switch (fields.kind) {
    case "role":
      return {
        kind: "role",
        id,
        name: fullStatement,
        summary: item.notes ?? null,
        ownerId: null,
        source: fields.source,
      };
    case "task":
      return { ...fields, id, roleId: of, name: fullStatement, position };
    case "skill": {
      const { owner: _owner, ...rest } = fields;
      return { ...rest, id, name: fullStatement, summary: item.notes ?? null, ownerId: null };
    }
    case "behaviour":
      return { ...fields, id, skillId: of, statement: fullStatement, position };
  }
}
