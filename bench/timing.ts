/** Milliseconds a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** As `inTurn`, of work that does not wait, in milliseconds of the processor: what else runs on the machine does not count. */
export function processorInTurn<Name extends string>(
  rounds: number,
  works: Record<Name, () => unknown>,
): Record<Name, number[]> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const began = process.cpuUsage();
      works[name]();
      const { user, system } = process.cpuUsage(began);
      times[name].push((user + system) / 1000);
    }
  }
  return times;
}

/**
 * Times several pieces of work in turn, so that whatever else the machine does falls on all of them alike.
 * @returns milliseconds by name, one per round
 */
export async function inTurn<Name extends string>(
  rounds: number,
  works: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(await timed(works[name]));
  }
  return times;
}

export type Load = { perSecond: number; times: number[] };

/** Repeats a request with several clients at once for a while. */
export async function underLoad(clients: number, milliseconds: number, request: () => Promise<unknown>): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  const client = async () => {
    while (performance.now() - began < milliseconds) times.push(await timed(request));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: times.length / ((performance.now() - began) / 1000), times };
}
