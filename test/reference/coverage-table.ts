import type { Found } from "./compare";
import type { ReferenceCase } from "./reference-case";

type Covered = Pick<Found, "met" | "left"> & { reference: ReferenceCase };

/** The list for METHODS.md: per folder how many values are met, and what is left out and why. */
export function coverageTable(found: readonly Covered[]): string {
  const rows = found.map(({ reference, met, left }) => {
    const without = [...left.values()].reduce((sum, count) => sum + count, 0);
    return `| ${reference.folder} | ${met} | ${without} |`;
  });
  const reasons = found.flatMap(reasonsOf);
  const lines = ["| Case | Values met | Left out |", "| --- | --- | --- |", ...rows];
  if (reasons.length > 0) lines.push("", "| Case | Left out | Why | Which |", "| --- | --- | --- | --- |", ...reasons);
  return `${lines.join("\n")}\n`;
}

/** A row per reason, with everything it stands for. */
function reasonsOf({ reference, left }: Covered): string[] {
  const byReason = new Map<string, { count: number; patterns: string[] }>();
  for (const [pattern, count] of left) {
    const reason = reference.without[pattern] ?? "";
    const known = byReason.get(reason) ?? { count: 0, patterns: [] };
    byReason.set(reason, { count: known.count + count, patterns: [...known.patterns, `\`${pattern}\``] });
  }
  return [...byReason].map(
    ([reason, { count, patterns }]) => `| ${reference.folder} | ${count} | ${reason} | ${patterns.join(", ")} |`,
  );
}
