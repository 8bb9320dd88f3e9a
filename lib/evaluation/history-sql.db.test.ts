import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { momentsOf } from "@/lib/stats/moments";
import { evaluateStudy } from "@/test/evaluate-study";
import type { GivenPlan, StudyPerson } from "@/test/given-study";

afterAll(closePool);

const months = ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30"];
const isGone = (index: number, month: number) => (index * 5 + month) % 11 === 0;
const valueAt = (index: number, month: number) =>
  1e6 + ((index * 7 + month * 3) % 13) / 7 + (index % 2) * (month > 2 ? 0.3 : 0);

/** Treated (odd) and control (even) people in teams of four, with gaps, on a large offset. */
function panel(count: number, days: (month: number, date: string) => string[] = (_, date) => [date]): StudyPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${String(index).padStart(3, "0")}`,
    arm: index % 2 === 1 ? "treatment" : "control",
    exposedOn: index % 2 === 1 ? "2025-04-01" : null,
    cluster: `team ${Math.floor(index / 8)} ${index % 2}`,
    values: months.flatMap((date, month) =>
      isGone(index, month) ? [] : days(month, date).map((day) => ({ date: day, value: valueAt(index, month) })),
    ),
  }));
}

const byMonth = (parity: number, count: number) =>
  months.map((_, month) => {
    const people = Array.from({ length: count }, (_, index) => index);
    return momentsOf(
      people.filter((index) => index % 2 === parity && !isGone(index, month)).map((index) => valueAt(index, month)),
    );
  });

test.each<[string, GivenPlan]>([
  ["people", {}],
  ["teams", { cluster: "team" }],
])(
  "the series are the moments of the people's values, whether they stand for themselves or in clusters: %s",
  async (_, plan) => {
    const { picture } = await evaluateStudy(plan, panel(40));
    for (const [parity, arm] of ["control", "treated"].entries()) {
      for (const [month, expected] of byMonth(parity, 40).entries()) {
        const found = picture[month]?.[arm as "control" | "treated"];
        expect(found).toMatchObject({ n: expected.n, mean: expect.closeTo(expected.mean, 8) });
        expect(found?.sd).toBeCloseTo(Math.sqrt(expected.variance), 8);
      }
    }
  },
);

test("values on several days of a month give what their mean on one day gives", async () => {
  const twice = (_: number, date: string) => [`${date.slice(0, 8)}03`, `${date.slice(0, 8)}17`];
  const [one, other] = [await evaluateStudy({}, panel(24)), await evaluateStudy({}, panel(24, twice))];
  expect({ ...other, study: null }).toEqual({ ...one, study: null });
});

test("a window that cuts through a month counts the days inside, and the series the whole month", async () => {
  const person = (id: string, arm: string, lift: number): StudyPerson => ({
    id,
    arm,
    values: [
      { date: "2025-03-10", value: 1 + lift },
      { date: "2025-03-20", value: 2 + lift },
      { date: "2025-03-30", value: 6 + lift },
    ],
  });
  const plan = { baselineTo: "2025-03-15", followUpFrom: "2025-03-16" };
  const members = [0, 1, 2].flatMap((lift) => [
    person(`t${lift}`, "treatment", lift),
    person(`c${lift}`, "control", lift),
  ]);
  const { means, picture } = await evaluateStudy(plan, members);
  expect(means.treated).toMatchObject({ baseline: { n: 3, mean: 2 }, follow_up: { n: 3, mean: 5 } });
  expect(picture).toMatchObject([{ period: "2025-03", ends: "2025-03-31", treated: { n: 3, mean: 4 } }]);
});

test("people outside the study change nothing, be they few or many", async () => {
  const outside = (count: number): StudyPerson[] =>
    panel(count).map(({ id, values }) => ({ id: `x${id}`, values: values.map((row) => ({ ...row, value: 5 })) }));
  const alone = await evaluateStudy({}, panel(24));
  expect(await evaluateStudy({}, [...panel(24), ...outside(4)])).toEqual(alone);
  expect(await evaluateStudy({}, [...panel(24), ...outside(60)])).toEqual(alone);
});

test("rows of a ratio among rows that are none are divided, whichever comes first", async () => {
  const person = (id: string, arm: string, rows: StudyPerson["values"]): StudyPerson => ({ id, arm, values: rows });
  const plain = (before: number, after: number) => [
    { date: "2025-01-31", value: before },
    { date: "2025-02-28", value: after },
  ];
  const ratio = (before: number, after: number) => [
    { date: "2025-01-31", value: 99, numerator: before * 4, denominator: 4 },
    { date: "2025-02-28", value: 99, numerator: after * 8, denominator: 8 },
  ];
  const plan = { baselineTo: "2025-01-31", followUpFrom: "2025-02-01" };
  const study = (rows: (typeof plain)[]) =>
    evaluateStudy(
      plan,
      [0, 1, 2, 3].map((index) =>
        person(
          `p${index}`,
          index % 2 === 0 ? "treatment" : "control",
          (rows[index] ?? plain)(index, index + (index % 3)),
        ),
      ),
    );
  const expected = await study([plain, plain, plain, plain]);
  for (const rows of [
    [plain, ratio, plain, ratio],
    [ratio, plain, plain, plain],
    [plain, plain, plain, ratio],
  ]) {
    const found = await study(rows);
    expect(found.means).toEqual(expected.means);
    expect(found.picture).toEqual(expected.picture);
  }
});

test("people with other days than most count in the series beside them, whatever share they are", async () => {
  for (const gone of [3, 20]) {
    const people = panel(40).map((person, index) => ({
      ...person,
      values: months.flatMap((date, month) =>
        index < gone && month === index % 6 ? [] : [{ date, value: valueAt(index, month) }],
      ),
    }));
    const { picture } = await evaluateStudy({ cluster: "team" }, people);
    for (const [month] of months.entries()) {
      const control = people.filter((_, index) => index % 2 === 0).flatMap(({ values }) => values);
      const expected = momentsOf(control.filter(({ date }) => date === months[month]).map(({ value }) => value));
      expect(picture[month]?.control).toMatchObject({ n: expected.n, mean: expect.closeTo(expected.mean, 8) });
      expect(picture[month]?.control?.sd).toBeCloseTo(Math.sqrt(expected.variance), 8);
    }
  }
});

test("so many people that several processes share them are all counted once", async () => {
  const people = Array.from({ length: 2_200 }, (_, index): StudyPerson => {
    const value = (month: number) => 1e6 + ((index * 7 + month) % 31) / 3;
    return {
      id: `p${String(index).padStart(4, "0")}`,
      arm: index % 2 === 0 ? "treatment" : "control",
      values: [
        { date: "2025-01-31", value: value(0) },
        { date: "2025-02-28", value: value(5) },
      ],
    };
  });
  const { means } = await evaluateStudy({ baselineTo: "2025-01-31", followUpFrom: "2025-02-01" }, people);
  for (const [index, arm] of (["treated", "control"] as const).entries()) {
    const own = people.filter((_, at) => at % 2 === index);
    const expected = (at: number) => momentsOf(own.map(({ values }) => values[at]?.value ?? Number.NaN));
    for (const [at, window] of (["baseline", "follow_up"] as const).entries()) {
      expect(means[arm][window]).toMatchObject({ n: 1_100, mean: expect.closeTo(expected(at).mean, 7) });
      expect(means[arm][window].sd).toBeCloseTo(Math.sqrt(expected(at).variance), 7);
    }
  }
});
