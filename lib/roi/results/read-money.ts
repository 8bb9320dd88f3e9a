import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { roiResults } from "@/db/schema/money";
import type { Viewer } from "@/lib/access/viewer";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { readDataVersion } from "@/lib/intake/data-version";
import type { CaseResult } from "@/lib/money/case-result";
import { buildCases } from "@/lib/roi/case/build-cases";
import { query } from "@/lib/server/tenant-access";
import { computeCase } from "./compute-case";
import { digestOf } from "./digest-of";
import type { BuiltCase, InitiativeMoney } from "./initiative-money";
import { resultVersion } from "./result-version";
import { signaturesOf } from "./signatures-of";

type Kept = { id: string; digest: string; result: CaseResult; computedAt: string };
type Built = { cases: BuiltCase[]; kept: Map<string, Kept>; dataVersion: string };

const readBuilt = query("roi.read", async (tx, ids: string[] | "all", { orgId }): Promise<Built> => {
  const cases = await buildCases(tx, orgId, ids);
  const digests = cases.map((one) => digestOf(one.case));
  return { cases, kept: await readKept(tx, digests), dataVersion: await readDataVersion(tx) };
});

type Computed = { initiativeId: string; digest: string; result: CaseResult; built: BuiltCase };

/** Results are not changes somebody makes: whoever may read a figure has it kept. */
const keep = query(
  "roi.read",
  async (tx, { computed, dataVersion }: { computed: Computed[]; dataVersion: string }, { orgId }) => {
    await tx
      .insert(roiResults)
      .values(
        computed.map(({ initiativeId, digest, result, built }) => ({
          orgId,
          initiativeId,
          digest,
          dataVersion,
          result,
          input: built.case,
          evaluationId: built.evaluation?.id ?? null,
          codeVersion: resultVersion,
        })),
      )
      .onConflictDoNothing();
    return readKept(
      tx,
      computed.map(({ digest }) => digest),
    );
  },
);

async function readKept(tx: Tx, digests: string[]): Promise<Map<string, Kept>> {
  if (digests.length === 0) return new Map();
  const rows = await tx
    .select({
      id: roiResults.id,
      initiativeId: roiResults.initiativeId,
      digest: roiResults.digest,
      result: roiResults.result,
      computedAt: roiResults.computedAt,
    })
    .from(roiResults)
    .where(and(inArray(roiResults.digest, digests), eq(roiResults.codeVersion, resultVersion)));
  return new Map(
    rows.map(({ initiativeId, result, computedAt, ...row }) => [
      keyOf(initiativeId, row.digest),
      // The column holds what `evaluateCase` gave under this version, and nothing can change it.
      { ...row, result: result as CaseResult, computedAt: computedAt.toISOString() },
    ]),
  );
}

const keyOf = (initiativeId: string, digest: string) => `${initiativeId} ${digest}`;

/** The money of every registered initiative by the data, costs and assumptions as they are now; what was computed before is not computed again. */
export async function readAllMoney(viewer: Viewer, _: null): Promise<InitiativeMoney[]> {
  await evaluateMissing(viewer);
  return moneyOf(viewer, "all");
}

/** The same of one; null for a draft, an exploration or an id this organisation does not have. */
export async function readMoney(viewer: Viewer, initiativeId: string): Promise<InitiativeMoney | null> {
  const [money] = await moneyOf(viewer, [initiativeId]);
  return money ?? null;
}

async function moneyOf(viewer: Viewer, ids: string[] | "all"): Promise<InitiativeMoney[]> {
  const { cases, kept, dataVersion } = await readBuilt(viewer, ids);
  const asked = cases.map((built) => ({ built, initiativeId: built.initiativeId, digest: digestOf(built.case) }));
  const missing = asked.filter(({ initiativeId, digest }) => !kept.has(keyOf(initiativeId, digest)));
  if (missing.length > 0) {
    const computed = await Promise.all(
      missing.map(async (one) => ({ ...one, result: await computeCase(one.built.case) })),
    );
    for (const [key, row] of await keep(viewer, { computed, dataVersion })) kept.set(key, row);
  }
  return asked.map(({ built, initiativeId, digest }) => {
    const row = kept.get(keyOf(initiativeId, digest));
    if (!row) throw new Error("The result of a case was not kept");
    const { id, ...rest } = row;
    const { used, signed } = signaturesOf([{ ...built, result: row.result }]);
    return { ...built, ...rest, resultId: id, used, signed };
  });
}
