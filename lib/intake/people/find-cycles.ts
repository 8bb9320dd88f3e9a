/**
 * Circles in the reporting lines, each once, as employee ids in order ("A", "B" for A under B under A).
 * @param managerOf employee id -> employee id of the manager
 */
export function findCycles(managerOf: ReadonlyMap<string, string>): string[][] {
  const settled = new Set<string>();
  const cycles: string[][] = [];
  for (const start of managerOf.keys()) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !settled.has(at) && !onPath.has(at)) {
      onPath.set(at, path.length);
      path.push(at);
      at = managerOf.get(at);
    }
    if (at !== undefined && onPath.has(at)) cycles.push(path.slice(onPath.get(at)));
    for (const one of path) settled.add(one);
  }
  return cycles;
}
