import type { Arms } from "@/lib/stats/estimate";
import { momentsOf } from "@/lib/stats/moments";
import type { Random } from "@/lib/stats/random";
import { times } from "./simulation";

export const normals = (random: Random, n: number, mean = 0, sd = 1) => times(n, () => mean + sd * random.normal());

/** Two arms without an own value before, the spread twice as large among the treated. */
export function unequal(random: Random, effect: number, n: Arms<number>) {
  return {
    treated: momentsOf(normals(random, n.treated, effect, 2)),
    control: momentsOf(normals(random, n.control)),
  };
}
