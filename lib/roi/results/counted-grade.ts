import type { Grade } from "@/lib/evaluation/result";
import type { InitiativeMoney } from "./initiative-money";

/** How strongly the counted money of an initiative may be claimed: as its weakest counted line. Null where none is. */
export function countedGrade({ result, lines }: Pick<InitiativeMoney, "result" | "lines">): Grade | null {
  const counted = new Set(result.lines.flatMap((one) => (one.counted ? [one.id] : [])));
  const grades = lines.flatMap(({ id, grade }) => (counted.has(id) && grade ? [grade] : []));
  return grades.toSorted().at(-1) ?? null;
}
