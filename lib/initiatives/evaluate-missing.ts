import { sql } from "drizzle-orm";
import type { Viewer } from "@/lib/access/viewer";
import { codeVersion } from "@/lib/evaluation/code-version";
import { evaluateAndKeep } from "@/lib/evaluation/evaluate-command";
import { readDataVersion } from "@/lib/intake/data-version";
import { query } from "@/lib/server/tenant-access";

const readMissing = query("initiative.read", async (tx, today: string): Promise<string[]> => {
  const dataVersion = await readDataVersion(tx);
  const { rows } = await tx.execute<{ id: string }>(sql`
    select i.id from initiatives i
    where not i.draft and i.explores is null and coalesce(i.follow_up_to, '-infinity') <= ${today}::date and not exists (
      select 1 from evaluations e
      where e.org_id = i.org_id and e.initiative_id = i.id and e.plan_hash = i.plan_hash
        and e.data_version = ${dataVersion} and e.code_version = ${codeVersion}
    ) order by i.code`);
  return rows.map(({ id }) => id);
});

/**
 * Evaluates every registered initiative whose follow-up is over and that has no result for the plan and data as they are now. Explorations are
 * evaluated when somebody looks at them.
 */
export async function evaluateMissing(viewer: Viewer): Promise<number> {
  const missing = await readMissing(viewer, new Date().toISOString().slice(0, 10));
  for (const id of missing) await evaluateAndKeep(viewer, { initiativeId: id });
  return missing.length;
}
