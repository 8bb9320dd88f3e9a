import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { findMarks, identity } from "./find-marks";
import type { Canary } from "./given-canary";

export type Allowed = "self" | "coach" | "above" | "reviewer" | "admin" | "ld_lead";

/**
 * One way through one or more doors. `may` are those who may see the canary's evidence there, beside whom nobody may; `names` says why
 * others may read who somebody is (never evidence).
 */
export type Walk = {
  doors: string[];
  may: Allowed[];
  names?: string;
  ask: (viewer: Viewer, given: Canary) => Promise<unknown>;
};

export const line: Allowed[] = ["coach", "above"];
export const figures = (doors: string[], ask: Walk["ask"], names?: string): Walk => ({
  doors,
  may: [],
  ask,
  ...(names && { names }),
});
export const ofSelf = (doors: string[], ask: Walk["ask"]): Walk => ({ doors, may: ["self"], ask });
export const ofLine = (doors: string[], ask: Walk["ask"]): Walk => ({ doors, may: line, ask });

export const today = () => new Date().toISOString().slice(0, 10);

export function asked<Request>(request: Request | null): Request {
  if (request === null) throw new Error("The address means nothing");
  return request;
}

/** What somebody is given, or how they are refused. */
export async function answerOf(asking: () => Promise<unknown>): Promise<unknown> {
  try {
    return await asking();
  } catch (error) {
    if (error instanceof DomainError) return { refused: error.code, says: error.message, fields: error.fields };
    throw error;
  }
}

/** Who is told who somebody is anyway: oneself, one's coach and whom they report to. */
const acquainted = ["self", "coach", "above"];

/** Marks in an answer that the one who is given it may not have. Whoever is in nobody's list may read who somebody is only where that is said. */
export function leaksTo(who: string, answer: unknown, { personId }: Canary, names: string | undefined): string[] {
  const known = names || acquainted.includes(who) ? identity : [];
  return findMarks(answer, personId).filter((mark) => !known.includes(mark));
}
