import "server-only";
import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/access/viewer";
import { codeVersion } from "@/lib/evaluation/code-version";
import { isWithheld } from "@/lib/evaluation/headline";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { readDataVersion } from "@/lib/intake/data-version";
import { query } from "@/lib/server/tenant-access";
import { type SourceId, type SourceSays, sourceViews } from "./source-views";

/** An initiative and what each source says of it; why there is nothing of it where there is not. */
export type SourceRow = { id: string; title: string } & (
  | { says: Record<SourceId, SourceSays>; why: null }
  | { says: null; why: "too-early" | "withheld" | "not-evaluated" }
);
export type SourceList = { minimum: number; rows: SourceRow[] };

type Evaluated = { id: string; title: string; confidence: number; result: EvaluationResult | null };

const readEvaluated = query("survey.read", async (tx, _: null, { orgId }) => {
  const dataVersion = await readDataVersion(tx);
  const { rows } = await tx.execute<Evaluated>(sql`
    select i.id, i.title, i.confidence, e.result from initiatives i
    left join evaluations e on e.org_id = i.org_id and e.initiative_id = i.id and e.plan_hash = i.plan_hash
      and e.data_version = ${dataVersion} and e.code_version = ${codeVersion}
    where i.org_id = ${orgId} and i.explores is null and not i.draft order by i.title, i.id`);
  return { minimum: await readMinimumGroup(tx, orgId), rows };
});

/** What each source says of every initiative, by the evaluation of the data as they are now. Drafts are left out. */
export async function readSources(viewer: Viewer, formats: Formats): Promise<SourceList> {
  const { minimum, rows } = await readEvaluated(viewer, null);
  return {
    minimum,
    rows: rows.map(({ id, title, confidence, result }): SourceRow => {
      const row = { id, title };
      if (!result) return { ...row, says: null, why: "not-evaluated" };
      if (isWithheld(result, minimum)) return { ...row, says: null, why: "withheld" };
      if (result.early_until !== null) return { ...row, says: null, why: "too-early" };
      return { ...row, says: sourceViews({ result, minimum, confidence, formats }), why: null };
    }),
  };
}
