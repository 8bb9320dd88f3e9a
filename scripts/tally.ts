import { existsSync, readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number };

export const nothing: Tally = { passed: 0, failed: 0 };

export const sum = (tallies: Tally[]): Tally =>
  tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    nothing,
  );

export const inWords = ({ passed, failed }: Tally) => `${passed} passed, ${failed} failed`;

/** A run that ends badly without a failed test (a file that does not load, an error between tests) is a failure as well. */
export function fromReport(read: () => Tally, exitCode: number | null): Tally {
  const tally = read();
  return exitCode === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

export function vitestTally(file: string): Tally {
  if (!existsSync(file)) return nothing;
  const report: {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  } = JSON.parse(readFileSync(file, "utf8"));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

export function playwrightTally(file: string): Tally {
  if (!existsSync(file)) return nothing;
  const { stats }: { stats: { expected: number; unexpected: number; flaky: number } } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
