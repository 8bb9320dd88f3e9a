import { createHash } from "node:crypto";
import type { Stated } from "@/lib/money/case";

/** What somebody states. */
type Statement = {
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  source: string | null;
  alternatives: readonly Stated[];
};

/** What a signature is of: this value, of this source, for which this user answers. Another one of any of these, and it no longer fits. */
export type SignedContent = Statement & { ownerId: string | null };

function statementOf({ value, low, high, unit, source, alternatives }: Statement): Statement {
  const said = alternatives.map(({ value: other, source: from }) => ({ value: other, source: from }));
  return { value, low, high, unit, source, alternatives: said };
}

/** The content of an assumption as it is signed, in an order of its own. */
export const signedContent = (content: SignedContent): SignedContent => ({
  ...statementOf(content),
  ownerId: content.ownerId,
});

/** sha256 of value, range, unit, source, alternatives and owner. */
export function assumptionDigest(content: SignedContent): string {
  return `sha256:${createHash("sha256")
    .update(JSON.stringify(signedContent(content)))
    .digest("hex")}`;
}

/** Whether both say the same, whoever answers for it. */
export const isSameStatement = (one: Statement, other: Statement) =>
  JSON.stringify(statementOf(one)) === JSON.stringify(statementOf(other));
