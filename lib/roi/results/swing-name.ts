import type { Swing } from "@/lib/money/case-result";
import { lasting } from "@/lib/money/settle-case";
import type { BuiltCase } from "./initiative-money";

/** What moves a result, by the id a tornado gives it: the same words on the page and in every file. */
export function swingName(
  { id, kind }: Pick<Swing, "id" | "kind">,
  { lines, assumptions, case: given }: Pick<BuiltCase, "lines" | "assumptions" | "case">,
): string {
  if (kind === "effect") {
    const line = given.lines.find(({ effectKey }) => effectKey === id);
    return `Effect on “${lines.find((one) => one.id === line?.id)?.kpi.name ?? "the KPI"}”`;
  }
  if (id === lasting.years) return "Years for which the effect is counted";
  if (id === lasting.persistence) return "What is left of the effect each following year";
  const found = assumptions.find((one) => one.id === id);
  const line = found?.lineId ? lines.find((one) => one.id === found.lineId) : undefined;
  return found ? (line && lines.length > 1 ? `${found.label} (${line.title})` : found.label) : "An assumption";
}
