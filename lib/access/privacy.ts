/** No organisation may set its minimum lower than this. */
const lowestMinimum = 3;

/** The number of people a figure must rest on, whatever the organisation set. */
export function minimumPeople(setting: number): number {
  return Math.max(lowestMinimum, setting);
}

/** True where a figure on so many people must not be shown. Nobody is not a group. */
export function isSmallGroup(people: number, minimum: number): boolean {
  return people > 0 && people < minimumPeople(minimum);
}

export type CountedGroup = { id: string; people: number };

/**
 * Which groups of a table to withhold: those under the minimum, and where they hold fewer people together than the minimum, so
 * that the total less the shown groups would give them away, the next smallest groups too, until they do not. Those `refused` for
 * another reason are withheld in the same way, so that the total does not tell them either.
 */
export function withheldGroups(
  groups: readonly CountedGroup[],
  setting: number,
  refused: ReadonlySet<string> = new Set(),
): Set<string> {
  const minimum = minimumPeople(setting);
  const bySize = groups
    .filter((group) => group.people > 0)
    .toSorted((a, b) => a.people - b.people || (a.id < b.id ? -1 : 1));
  const isHidden = ({ id, people }: CountedGroup) => people < minimum || refused.has(id);
  const first = bySize.filter(isHidden);
  const withheld = new Set(first.map((group) => group.id));
  let hidden = first.reduce((sum, group) => sum + group.people, 0);
  for (const group of bySize.filter((one) => !isHidden(one))) {
    if (hidden === 0 || (hidden >= minimum && withheld.size > 1)) break;
    withheld.add(group.id);
    hidden += group.people;
  }
  return withheld;
}
