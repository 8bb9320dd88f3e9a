import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { hashPassword, isPassword } from "./password";
import { forgetFailures, isLocked, noteFailure } from "./sign-in-limit";
import { traceRefusal, traceSignIn } from "./trace-sign-in";

/** What the sign-in page tells apart from a wrong pair; it depends on the tries alone, not on whether the address is known. */
export const tooManyTries = "too-many-tries";

export type SignInAttempt = { email: string; password: string; address: string };

/**
 * The user for an e-mail address and password, or null. Takes the same time whether the address exists or not. Throws an error
 * with the message `tooManyTries` after too many failures; such a try is not looked at and leaves no audit row, the others do.
 */
export async function checkSignIn({ email, password, address }: SignInAttempt) {
  const who = email.trim().toLowerCase();
  if (isLocked(who, address)) throw new Error(tooManyTries);
  const [found, decoy] = await Promise.all([findSignIn(who), hashOfNobody()]);
  const matches = await isPassword(found?.password_hash ?? decoy, password);
  if (!matches || !found?.password_hash) {
    noteFailure(who, address);
    if (found) traceRefusal({ orgId: found.org_id, userId: found.user_id }, isLocked(who, address));
    return null;
  }
  await traceSignIn({ orgId: found.org_id, userId: found.user_id });
  forgetFailures(who, address);
  return { id: found.user_id, orgId: found.org_id };
}

type Found = { org_id: string; user_id: string; password_hash: string | null };

// The tenant is not known before somebody has signed in, so this one question cannot go through the door.
async function findSignIn(email: string): Promise<Found | undefined> {
  const { rows } = await db.execute<Found>(sql`select org_id, user_id, password_hash from find_sign_in(${email})`);
  return rows[0];
}

let nobody: Promise<string> | undefined;

function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword("a password that nobody has");
  return nobody;
}
