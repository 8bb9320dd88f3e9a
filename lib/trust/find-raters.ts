import "server-only";
import type { Tx } from "@/db/client";
import { type Finding, judgeMeans, judgeRange, judgeSeverity, judgeSittings, leastFor } from "./judge-raters";
import { readDrift, readQuarterEnd, readSeverity, readSystemGap } from "./rater-moments-sql";
import { readHalo, readRange, readSittings } from "./rater-shapes-sql";

/** Every detector over every rater of `trust_ratings`. */
export async function findRaters(tx: Tx, minimum: number): Promise<{ findings: Finding[]; spread: number | null }> {
  const least = leastFor(minimum);
  const severity = judgeSeverity(await readSeverity(tx), least);
  return {
    spread: severity.spread,
    findings: [
      ...severity.findings,
      ...judgeRange(await readRange(tx), least),
      ...judgeMeans("halo", await readHalo(tx), least),
      ...judgeSittings(await readSittings(tx), least),
      ...judgeMeans("quarter_end", await readQuarterEnd(tx), least),
      ...judgeMeans("drift", await readDrift(tx), least),
      ...judgeMeans("system_gap", await readSystemGap(tx), least),
    ],
  };
}
