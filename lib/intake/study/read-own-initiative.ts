import "server-only";
import { sql } from "drizzle-orm";
import { DomainError } from "@/lib/errors";
import type { Merge } from "@/lib/intake/merge";

/** The id of the initiative a file came with. @throws DomainError when it came with none, or with one nobody knows. */
export async function readOwnInitiative({ tx, orgId, initiativeCode }: Merge): Promise<string> {
  if (!initiativeCode) {
    throw new DomainError(
      "invalid-input",
      "Which initiative does this file belong to? Send it with its study.json, or choose the initiative",
    );
  }
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from initiatives where org_id = ${orgId} and code = ${initiativeCode} and explores is null`);
  if (!rows[0]) {
    throw new DomainError(
      "invalid-input",
      `The initiative ${initiativeCode} is not known: its study.json was not taken. Mend that first`,
    );
  }
  return rows[0].id;
}
