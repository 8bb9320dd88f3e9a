import coverage from "./measured-coverage.json";
import results from "./reference-results.json";

/** How far what we compute is from what another program did: `test/reference` writes it and fails where it is no longer so. */
type ReferenceResult = {
  program: string;
  values: number;
  /** The smallest power of ten that no relative difference passes. */
  within: number;
  /** What of the method the values hold, where that is not all of it. */
  part: string | null;
};

/** A share of simulated studies with its simulation error, and the most it may be to keep its level. */
type Share = { share: number; error: number; most: number; met: boolean };
/** What `npm run bench -- coverage` measured. */
type Simulated = {
  method: string;
  setting: string;
  studies: number;
  missed: Share | null;
  rejected: Share | null;
};

export type MethodEvidence = { reference: ReferenceResult | null; simulated: readonly Simulated[] };

const byMethod: Readonly<Record<string, ReferenceResult>> = results;
const simulated: readonly Simulated[] = coverage;

/** What is known of a method by its id beyond how it is defined. */
export function evidenceOf(method: string): MethodEvidence {
  return {
    reference: byMethod[method] ?? null,
    simulated: simulated.filter((one) => one.method === method),
  };
}
