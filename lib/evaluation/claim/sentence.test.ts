import { expect, test } from "vitest";
import { directionOf, type Finding, sentenceFor } from "./sentence";

const defects = { name: "Defect rate", unit: "share of pieces", currency: null, direction: "down" as const };
const wins = { name: "Win rate", unit: "share of offers", currency: null, direction: "up" as const };
const minutes = { name: "Handling time", unit: "minutes per contact", currency: null, direction: "down" as const };

function finding(
  kpi: Finding["kpi"],
  estimate: number,
  interval: [number, number],
  spread: number | null = null,
): Finding {
  return { kpi, log: false, estimate, interval, spread, notWorse: null };
}

const fall = finding(defects, -0.006, [-0.01, -0.002]);

test.each([
  ["A", "The programme caused “Defect rate” to fall by 0.6\u00a0points (0.2 to 1.0), an improvement."],
  [
    "B",
    "The evidence strongly supports that the programme lowered “Defect rate” by 0.6\u00a0points (0.2 to 1.0), an improvement.",
  ],
  [
    "C",
    "People in the programme did better than comparable people on “Defect rate”, by 0.6\u00a0points (0.2 to 1.0), which other causes may explain.",
  ],
  [
    "D",
    "“Defect rate” fell by 0.6\u00a0points (0.2 to 1.0) after the programme, an improvement; we cannot say because of it.",
  ],
] as const)("a clear fall of what should fall, at grade %s", (grade, sentence) => {
  expect(sentenceFor(grade, fall).replaceAll("\u00a0", " ")).toBe(sentence.replaceAll("\u00a0", " "));
});

test("the same fall is a worsening of what should rise", () => {
  const worse = { ...fall, kpi: wins };
  expect(sentenceFor("A", worse)).toMatch(/caused “Win rate” to fall by .*, a worsening\.$/);
  expect(sentenceFor("C", worse)).toMatch(/did worse than comparable people/);
});

test("a rise of what should fall is a worsening", () => {
  const rise = finding(minutes, 1.2, [0.4, 2]);
  expect(directionOf(rise)).toBe("worse");
  expect(sentenceFor("B", rise)).toMatch(
    /raised “Handling time” by 1\.2.minutes per contact \(0\.4 to 2\.0\), a worsening/,
  );
});

test("an interval over zero claims nothing and names both ends", () => {
  const unclear = finding(defects, -0.001, [-0.005, 0.003], 0.01);
  expect(directionOf(unclear)).toBe("unclear");
  for (const grade of ["A", "B", "C"] as const) {
    expect(sentenceFor(grade, unclear)).toMatch(
      /^No difference in “Defect rate” could be shown: the data are compatible with anything between a fall of 0\.5.points and a rise of 0\.3.points\.$/,
    );
  }
  expect(sentenceFor("D", unclear)).toMatch(/^No change in/);
});

test("an interval of nothing but small effects says how small they are", () => {
  const nothing = finding(defects, 0.0002, [-0.0006, 0.001], 0.01);
  expect(directionOf(nothing)).toBe("negligible");
  expect(sentenceFor("A", nothing)).toMatch(/could be shown, and any effect is smaller than 0\.10.points\.$/);
});

test("an interval that touches zero claims nothing", () => {
  expect(directionOf(finding(wins, 0.02, [0, 0.04]))).toBe("unclear");
});

test("logarithms are said as per cent of change", () => {
  const log = { ...finding(minutes, Math.log(0.9), [Math.log(0.8), Math.log(0.95)]), log: true };
  expect(sentenceFor("A", log)).toMatch(/to fall by 10% \(5 to 20\)/);
});

test("one point is one, and what is counted in per cent differs by points", () => {
  const one = sentenceFor("C", finding(defects, 0.01, [-0.06, 0.08]));
  expect(one.replaceAll("\u00a0", " ")).toMatch(/a fall of 6 points and a rise of 8 points/);
  const rise = sentenceFor("C", finding(defects, -0.025, [-0.06, 0.01]));
  expect(rise.replaceAll("\u00a0", " ")).toMatch(/a rise of 1 point\.$/);
  const percent = { name: "Yield", unit: "%", currency: null, direction: "up" as const };
  expect(sentenceFor("B", finding(percent, 2, [0.8, 3.2])).replaceAll("\u00a0", " ")).toMatch(
    /by 2\.0 points \(0\.8 to 3\.2\)/,
  );
});

const shorter = (estimate: number, interval: [number, number], shown: boolean): Finding => ({
  ...finding(defects, estimate, interval, 0.01),
  notWorse: { margin: 0.005, shown },
});

test("not worse by more than the margin is said with how much worse it could be, at every grade", () => {
  const shown = shorter(0.001, [-0.002, 0.004], true);
  expect(directionOf(shown)).toBe("not_worse");
  expect(sentenceFor("A", shown).replaceAll("\u00a0", " ")).toBe(
    "The programme did not make “Defect rate” worse by more than 0.4 points, within the 0.5 points the plan allows.",
  );
  expect(sentenceFor("B", shown)).toMatch(/^The evidence strongly supports that the programme did not make/);
  expect(sentenceFor("C", shown)).toMatch(/^People in the programme did not do worse than comparable people/);
  expect(sentenceFor("D", shown)).toMatch(/we cannot say because of it\.$/);
});

test("a shown non-inferiority that is better is said as better, and one that is not shown claims nothing", () => {
  expect(directionOf(shorter(-0.004, [-0.006, -0.002], true))).toBe("better");
  expect(directionOf(shorter(0.003, [0.001, 0.004], true))).toBe("not_worse");
  expect(directionOf(shorter(0.008, [0.006, 0.01], false))).toBe("worse");
  const open = shorter(0.002, [-0.002, 0.006], false);
  expect(directionOf(open)).toBe("unclear");
  expect(sentenceFor("A", open)).toMatch(
    /^It could not be shown that “Defect rate” is not worse by more than 0\.5.points/,
  );
});
