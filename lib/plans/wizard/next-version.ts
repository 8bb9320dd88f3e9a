import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { DomainError } from "@/lib/errors";

/** What a draft goes on from, and its number. */
export type Version = { iterates: string | null; version: number };

/**
 * The version a draft is, where it goes on from another initiative. Throws `invalid-input` where there is none of that id, and `conflict` where
 * that one is itself a draft or an exploration, or has a next version already.
 */
export async function versionAfter(tx: Tx, iterates: string | null): Promise<Version> {
  if (iterates === null) return { iterates: null, version: 1 };
  const [before] = await tx
    .select({ draft: initiatives.draft, explores: initiatives.explores, version: initiatives.version })
    .from(initiatives)
    .where(eq(initiatives.id, iterates))
    .for("update");
  const refuse = (code: "invalid-input" | "conflict", message: string) =>
    new DomainError(code, message, { iterates: [message] });
  if (!before) throw refuse("invalid-input", "The version before this one is not there any more");
  if (before.draft) throw refuse("conflict", "The version before this one is a draft: change that one instead");
  if (before.explores !== null) throw refuse("conflict", "An exploration has no versions. Go on from what it explores");
  const next = 1 + before.version;
  if ((await tx.$count(initiatives, eq(initiatives.iterates, iterates))) > 0) {
    throw refuse("conflict", `Version ${next} exists already. Go on from that one`);
  }
  return { iterates, version: next };
}
