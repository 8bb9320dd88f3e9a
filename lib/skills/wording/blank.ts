/** Stands in a proposal for what only a person can say. */
export const blank = "[…]";

export function hasBlank(statement: string): boolean {
  return statement.includes(blank) || statement.includes("[...]");
}
