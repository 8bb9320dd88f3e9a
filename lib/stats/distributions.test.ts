import { expect, test } from "vitest";
import { expectRelative } from "@/test/fixtures/reference/expect-relative";
import { expectedValues } from "@/test/fixtures/reference/read-reference";
import { chiSquareCdf, chiSquareQuantile, chiSquareUpperTail } from "./chi-square";
import { fUpperTail } from "./f-distribution";
import { betaQuantile, incompleteBeta } from "./incomplete-beta";
import { logGamma } from "./log-gamma";
import { noncentralT } from "./noncentral-t";
import { normalCdf, normalQuantile, normalTwoSidedP } from "./normal";
import { studentTCdf, studentTQuantile, studentTTwoSidedP } from "./student-t";

type Lists = Record<string, number[]>;
const expected = expectedValues<Lists>("power-and-proportions");
const tight = 1e-12;

test("Student's t agrees with R, also for broken degrees of freedom and far tails", () => {
  const { p = [], t = [], ...values } = expected("dist.t");
  for (const df of [1, 5, 30, 307.13]) {
    expectRelative(
      p.map((each) => studentTQuantile(each, df)),
      values[`df${df}`] ?? [],
      tight,
    );
  }
  for (const df of [4.5, 307.13]) {
    expectRelative(
      t.map((each) => studentTTwoSidedP(each, df)),
      values[`two_sided_df${df}`] ?? [],
      tight,
    );
  }
});

test("the normal, chi-square and F distributions agree with R into the far tails", () => {
  const { z = [], norm_p = [], chisq_x = [], f_x = [], ...values } = expected("dist.other");
  expectRelative(
    z.map((each) => normalCdf(-each)),
    values.upper_tail ?? [],
    tight,
  );
  expectRelative(norm_p.map(normalQuantile), values.norm_q ?? [], tight);
  expectRelative(
    chisq_x.map((x) => chiSquareUpperTail(x, 1)),
    values.chisq_upper_df1 ?? [],
    tight,
  );
  expectRelative(
    chisq_x.map((x) => chiSquareUpperTail(x, 10)),
    values.chisq_upper_df10 ?? [],
    tight,
  );
  expectRelative(
    f_x.map((x) => fUpperTail(x, 3, 20)),
    values.f_upper_3_20 ?? [],
    tight,
  );
  expectRelative(
    f_x.map((x) => fUpperTail(x, 1, 444)),
    values.f_upper_1_444 ?? [],
    tight,
  );
});

// mpmath 1.3.0 with 50 digits: loggamma, ncdf, betainc, gammainc; noncentral t by quad over the chi density.
test("agrees with 50-digit arithmetic", () => {
  expectRelative(logGamma(8088.5), 64689.84905392563, tight);
  expectRelative(logGamma(1.5), -0.1207822376352452, 1e-13);
  expectRelative(normalCdf(-37), 5.725571222524577e-300, tight);
  expectRelative(studentTTwoSidedP(1.96, 1e6), 0.04999606758526979, 1e-10);
  expectRelative(chiSquareUpperTail(15000, 1e4), 5.91586882905196e-208, tight);
  expectRelative(chiSquareCdf(0.1, 10), 2.497951336006511e-9, tight);
  expectRelative(noncentralT(30, 50, 28), { lower: 0.7178048831204481, upper: 0.2821951168795519 }, tight);
  expectRelative(noncentralT(5, 3, 10), { lower: 0.01205636401620864, upper: 0.9879436359837914 }, tight);
});

test("quantiles undo the tails", () => {
  for (const p of [1e-10, 0.025, 0.3, 0.975]) {
    expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 12);
    for (const df of [0.5, 2, 10, 1e4]) {
      expect(studentTCdf(studentTQuantile(p, df), df) / p).toBeCloseTo(1, 11);
      expect(chiSquareCdf(chiSquareQuantile(p, df), df) / p).toBeCloseTo(1, 11);
    }
    const { x, y } = betaQuantile({ lower: p, upper: 1 - p }, 3, 500);
    expect(incompleteBeta(x, y, 3, 500).lower / p).toBeCloseTo(1, 11);
  }
});

test("ends are infinite and the centre is exact", () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(studentTQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY);
  expect(studentTQuantile(0.5, 3)).toBe(0);
  expect(studentTTwoSidedP(0, 3)).toBe(1);
  expect(normalTwoSidedP(0)).toBe(1);
  expect(studentTQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  expect(chiSquareUpperTail(0, 3)).toBe(1);
  expect(fUpperTail(Number.POSITIVE_INFINITY, 3, 5)).toBe(0);
});
