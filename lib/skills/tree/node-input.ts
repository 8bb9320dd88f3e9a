import { z } from "zod";
import { isWritable, unwritableMessage } from "@/lib/writable";
import type { Change, TaxonomyNode } from "./node";
import { depths, facets, risks, witnesses } from "./vocabulary";

const id = z.uuid();
const position = z.int().min(0).max(1_000_000);
const facet = z.enum(facets).nullable();
const risk = z.enum(risks).nullable();
const depth = z.enum(depths).nullable();
const level = z.number().min(1).max(5).nullable();

const text = (most: number) => z.string().max(most).refine(isWritable, unwritableMessage);
/** As long as a cell of skills.csv may be: what an import brought can be edited. */
const origin = text(8_000);
const source = z
  .object({
    scheme: origin,
    code: origin,
    release: origin.exactOptional(),
    licence: origin.exactOptional(),
    attribution: origin.exactOptional(),
  })
  .nullable();

/** The shape of a node, as it comes from a browser or from jsonb. What it must be beyond that `validateChanges` tells. */
const nodeShape = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("role"),
    id,
    name: text(1_000),
    summary: text(10_000).nullable(),
    ownerId: id.nullable(),
    source,
  }),
  z.object({
    kind: z.literal("task"),
    id,
    roleId: id,
    name: text(1_000),
    position,
    critical: z.boolean(),
    frequency: z.int().nullable(),
    impact: z.int().nullable(),
    source,
  }),
  z.object({
    kind: z.literal("skill"),
    id,
    name: text(1_000),
    summary: text(10_000).nullable(),
    facet,
    risk,
    depth,
    halfLifeDays: z.int().nullable(),
    ownerId: id.nullable(),
    rangeReason: text(10_000).nullable(),
    source,
  }),
  z.object({
    kind: z.literal("behaviour"),
    id,
    skillId: id,
    statement: text(2_000),
    facet,
    anchors: z.array(text(1_000).nullable()).max(5).nullable(),
    seenBy: z.array(z.enum(witnesses)).max(3),
    ofTeam: z.boolean(),
    position,
    source,
  }),
  z.object({
    kind: z.literal("need"),
    id,
    roleId: id,
    taskId: id.nullable(),
    skillId: id,
    targetLevel: level,
    risk,
    depth,
    critical: z.boolean(),
    facet,
    position,
    shownBy: z.array(z.object({ behaviourId: id, targetLevel: level })).max(5_000),
  }),
]) satisfies z.ZodType<TaxonomyNode>;

const canMerge = (node: TaxonomyNode | null) => node !== null && node.kind !== "role" && node.kind !== "need";

const changeShape = z
  .object({ id, before: nodeShape.nullable(), after: nodeShape.nullable(), heir: id.exactOptional() })
  .refine(
    ({ id, before, after }) => (before ?? after) !== null && [before, after].every((node) => !node || node.id === id),
    {
      message: "A change is about one node, and there is one before or after it",
    },
  )
  .refine(({ before, after }) => !before || !after || before.kind === after.kind, {
    message: "A node stays of its kind",
  })
  .refine(({ id, before, after, heir }) => !heir || (canMerge(before) && !after && heir !== id), {
    message: "Only a skill, task or behaviour that is taken out is made one with another",
  }) satisfies z.ZodType<Change>;

/** One step of the editor as the browser sends it. */
export const editInput = z.object({
  label: z.string().trim().min(1, "Say what was done").max(300).refine(isWritable, unwritableMessage),
  changes: z
    .array(changeShape)
    .min(1, "Nothing was changed")
    .max(20_000, "Too much at once")
    .refine(
      (changes) => new Set(changes.map(({ id }) => id)).size === changes.length,
      "A node is changed once in an edit",
    ),
});
