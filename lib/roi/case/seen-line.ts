import { createHash } from "node:crypto";
import type { ReadAssumption } from "./read-assumptions";

export type SeenLine = {
  /** Names what hangs on a line as it stood when somebody looked: another value, signature or owner gives another name. */
  seen: string;
  assumptions: number;
  /** Of them, those finance has signed, also where they changed since. */
  signed: number;
};

/** What goes with a benefit line when it is removed. */
export function seenLine(assumptions: readonly ReadAssumption[]): SeenLine {
  const facts = assumptions
    .map(({ id, revision, signature }) => [id, revision, signature.state, signature.at].join(" "))
    .toSorted();
  return {
    seen: createHash("sha256").update(facts.join("\n")).digest("base64url"),
    assumptions: assumptions.length,
    signed: assumptions.filter(({ signature: { state } }) => state === "signed" || state === "changed").length,
  };
}
