import "server-only";

const slots = 2;
let taken = 0;
const waiting: (() => void)[] = [];

/** An import holds one connection and asks for others: never so many at once that they wait for each other's. */
export async function inImportSlot<Output>(work: () => Promise<Output>): Promise<Output> {
  if (taken >= slots) await new Promise<void>((resolve) => waiting.push(resolve));
  else taken++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else taken--;
  }
}
