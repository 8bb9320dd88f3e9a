import fc from "fast-check";
import { depths, facets, risks, type TaxonomySource, witnesses } from "@/db/schema/taxonomy";
import type { TaxonomyNode } from "@/lib/skills/tree/node";

const oddities = [
  "=1+1",
  "'=x",
  "''-",
  "-",
  "+",
  "@",
  'say "so"',
  "a,b",
  "a\nb",
  "a\r\nb",
  "'",
  "ü",
  "名",
  "a  b",
  ";",
  "|",
];

const words = fc
  .array(fc.oneof(fc.constantFrom(...oddities), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("").replaceAll("\0", "").trim())
  .filter((text) => text !== "");

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const oneOf = <Value>(values: readonly Value[]) => maybe(fc.constantFrom(...values));
const level = maybe(fc.integer({ min: 10, max: 50 }).map((tenth) => tenth / 10));
const whole = fc.integer({ min: 0, max: 9 });
const rating = maybe(fc.integer({ min: 1, max: 5 }));

const source = maybe(
  fc.record({ scheme: words, code: words, licence: maybe(words), attribution: maybe(words) }).map(
    ({ scheme, code, licence, attribution }): TaxonomySource => ({
      scheme,
      code,
      ...(licence ? { licence } : {}),
      ...(attribution ? { attribution } : {}),
    }),
  ),
);

const names = (prefix: string) =>
  fc
    .uniqueArray(words, { minLength: 1, maxLength: 4 })
    .map((list) => list.map((name, at) => ({ id: `${prefix}${at}`, name })));

const at = <Value>(list: readonly Value[], index: number): Value | undefined => list[index % list.length];

/** Taxonomies with names that are hard on a file: quotes, commas, line ends, formulas, apostrophes before them. */
export const oddTaxonomy: fc.Arbitrary<TaxonomyNode[]> = fc
  .tuple(names("role"), names("skill"), names("task"), names("behaviour"))
  .chain(([roles, skills, tasks, behaviours]) => {
    const roleNodes = roles.map((role) =>
      fc.record({
        kind: fc.constant("role" as const),
        id: fc.constant(role.id),
        name: fc.constant(role.name),
        summary: maybe(words),
        ownerId: fc.constant(null),
        source,
      }),
    );
    const skillNodes = skills.map((skill) =>
      fc.record({
        kind: fc.constant("skill" as const),
        id: fc.constant(skill.id),
        name: fc.constant(skill.name),
        summary: maybe(words),
        facet: oneOf(facets),
        risk: oneOf(risks),
        depth: oneOf(depths),
        halfLifeDays: maybe(fc.integer({ min: 7, max: 900 })),
        ownerId: fc.constant(null),
        rangeReason: maybe(words),
        source,
      }),
    );
    const taskNodes = tasks.map((task, index) =>
      fc.record({
        kind: fc.constant("task" as const),
        id: fc.constant(task.id),
        name: fc.constant(task.name),
        roleId: fc.constant(at(roles, index)?.id ?? ""),
        position: whole,
        critical: fc.boolean(),
        frequency: rating,
        impact: rating,
        source,
      }),
    );
    const behaviourNodes = behaviours.map((behaviour, index) =>
      fc.record({
        kind: fc.constant("behaviour" as const),
        id: fc.constant(behaviour.id),
        statement: fc.constant(behaviour.name),
        skillId: fc.constant(at(skills, index)?.id ?? ""),
        facet: oneOf(facets),
        anchors: maybe(fc.tuple(words, maybe(words), maybe(words), maybe(words), maybe(words))),
        seenBy: fc.subarray([...witnesses]),
        ofTeam: fc.boolean(),
        position: whole,
        source,
      }),
    );
    const needNodes = tasks.flatMap((task, index) => {
      const skillAt = index % skills.length;
      const own = behaviours.filter((_, position) => position % skills.length === skillAt);
      const shown = own.map(({ id }) => fc.record({ behaviourId: fc.constant(id), targetLevel: level }));
      const need = fc.record({
        kind: fc.constant("need" as const),
        id: fc.constant(`need${index}`),
        roleId: fc.constant(at(roles, index)?.id ?? ""),
        taskId: fc.constantFrom(task.id, null).map((id) => (index === 0 ? id : task.id)),
        skillId: fc.constant(skills[skillAt]?.id ?? ""),
        targetLevel: level,
        risk: oneOf(risks),
        depth: oneOf(depths),
        critical: fc.boolean(),
        facet: oneOf(facets),
        position: whole,
        shownBy: fc.tuple(fc.boolean(), fc.tuple(...shown)).map(([all, list]) => (all ? list : [])),
      });
      return [fc.tuple(fc.boolean(), need).map(([is, node]) => (is ? [node] : []))];
    });
    return fc
      .tuple(
        fc.tuple(...roleNodes),
        fc.tuple(...skillNodes),
        fc.tuple(...taskNodes),
        fc.tuple(...behaviourNodes),
        fc.tuple(...needNodes),
      )
      .map(([a, b, c, d, e]): TaxonomyNode[] => [...a, ...b, ...c, ...d, ...e.flat()]);
  });
