import { createHash } from "node:crypto";
import type { Stated } from "@/lib/money/case";

/** What a signature is of: another value of any of these, and it no longer fits. */
export type SignedContent = {
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  source: string | null;
  alternatives: readonly Stated[];
};

/** The content of an assumption as it is signed, in an order of its own. */
export function signedContent({ value, low, high, unit, source, alternatives }: SignedContent): SignedContent {
  const said = alternatives.map(({ value: other, source: from }) => ({ value: other, source: from }));
  return { value, low, high, unit, source, alternatives: said };
}

/** sha256 of value, range, unit, source and alternatives. */
export function assumptionDigest(content: SignedContent): string {
  return `sha256:${createHash("sha256")
    .update(JSON.stringify(signedContent(content)))
    .digest("hex")}`;
}
