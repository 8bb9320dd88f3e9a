import { fullLeverageFrom } from "@/lib/stats/hc2";
import { rowProducts, type Slopes } from "./slopes";

export type ErrorKind = "classical" | "HC0" | "HC1" | "HC2" | "HC3";

/**
 * Standard error of the slope at `position` of `slopes.estimates`, independent rows: classical, or consistent under
 * unequal spread (White 1980; MacKinnon and White 1985; R's `vcovHC`). HC1 scales by n / (n - k); HC2 divides each
 * squared residual by 1 - leverage, HC3 by its square. Null without degrees of freedom, and for HC2 and HC3 where one
 * row alone fixes a coefficient.
 */
export function heteroskedasticError(slopes: Slopes, position: number, kind: ErrorKind): number | null {
  const { directions, residuals, leverages, n, coefficients, residualSquares } = slopes;
  const direction = directions[position];
  const spare = n - coefficients;
  if (direction === undefined || spare < 1) return null;
  if (kind === "classical") return Math.sqrt((rowProducts(direction, direction) * residualSquares) / spare);

  const power = { HC0: 0, HC1: 0, HC2: 1, HC3: 2 }[kind];
  if (power > 0 && leverages.some((leverage) => leverage >= fullLeverageFrom)) return null;
  let sum = 0;
  for (let row = 0; row < n; row += 1) {
    sum += ((direction[row] ?? 0) * (residuals[row] ?? 0)) ** 2 / (1 - (leverages[row] ?? 0)) ** power;
  }
  return Math.sqrt(kind === "HC1" ? (sum * n) / spare : sum);
}
