import type { Cell } from "./cells-sql";
import { unplaced } from "./cells-sql";

/** More units than this are no picture anybody reads: they are gathered under the units above them. */
const mostUnits = 20;
const separator = " / ";

/** Cells of units named by their path, gathered at the deepest level that leaves few enough, and named by what tells them apart. */
export function rollUpUnits(cells: readonly Cell[]): Cell[] {
  const paths = [...new Set(cells.map(({ group }) => group))].filter((group) => group !== unplaced);
  const parts = paths.map((path) => path.split(separator));
  const deepest = Math.max(0, ...parts.map(({ length }) => length));
  let depth = deepest;
  while (depth > 1 && countAt(parts, depth) > mostUnits) depth -= 1;
  let common = 0;
  const isCommon = () => parts.every((path) => path.length > common + 1 && path[common] === parts[0]?.[common]);
  while (common < depth - 1 && parts.length > 0 && isCommon()) common += 1;
  return cells.map((cell) =>
    cell.group === unplaced
      ? cell
      : { ...cell, group: cell.group.split(separator).slice(common, depth).join(separator) },
  );
}

const countAt = (parts: readonly string[][], depth: number) =>
  new Set(parts.map((path) => path.slice(0, depth).join(separator))).size;
