import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { type GivenOrganisation, givenData } from "@/test/factory";
import { read, shown } from "@/test/given-scorecard";

afterAll(closePool);

let given: GivenOrganisation;

/**
 * Six units of clerks. Twelve jobs each a quarter; a third go wrong in both quarters, but in Unit 1 nearly none in the second. Unit 6 has two
 * people only, and Unit 5 the fewest of the others.
 */
beforeEach(async () => {
  const sizes = [12, 12, 12, 12, 10, 2];
  const people = ["employee_id,role,unit,hire_date"];
  const learning = ["event_id,employee_id,activity,verb,at"];
  const work = ["event_id,employee_id,task,completed_at,outcome"];
  for (let unit = 1; unit <= 6; unit += 1) {
    for (let one = 0; one < (sizes[unit - 1] ?? 0); one += 1) {
      const id = `u${unit}p${one}`;
      people.push(`${id},clerk,Co / Unit ${unit},2020-01-01`);
      for (const [quarter, at] of ["2026-03-05", "2026-06-05"].entries()) {
        learning.push(`${id}-${at},${id},tip,accessed,${at}T09:00:00Z`);
        const wrong = unit === 1 && quarter === 1 ? Number(one === 0) : 3 + ((one + unit + quarter) % 3);
        for (let job = 0; job < 12; job += 1) {
          work.push(`${id}-${at}-${job},${id},file,${at}T10:00:${10 + job}Z,${job < wrong ? "error" : "ok"}`);
        }
      }
    }
  }
  given = await givenData({
    "people.csv": `${people.join("\n")}\n`,
    "activities.csv": "activity,title\ntip,Tip\n",
    "learning_events.csv": `${learning.join("\n")}\n`,
    "work_events.csv": `${work.join("\n")}\n`,
  });
});

const divided = async (parameters: Record<string, string> = {}) => {
  const scorecard = shown(await read(given.as("admin"), { show: "error_rate", ...parameters }));
  if (!scorecard.breakdown) throw new Error("not divided");
  return scorecard.breakdown;
};

test("one unit stands out, the others cannot be told apart, and small ones are left out", async () => {
  const { movers } = await divided();
  if (movers.kind !== "ranked") throw new Error(`not ranked: ${movers.why}`);
  expect(movers).toMatchObject({ since: "2026-01-01", isRatio: false });
  expect(movers.movers.filter((one) => one.moved).map(({ label }) => label)).toEqual(["Unit 1"]);
  const last = movers.movers.at(-1);
  expect(last).toMatchObject({ label: "Unit 1", moved: true });
  expect(last?.rank).toEqual([movers.movers.length, movers.movers.length]);
  for (const one of movers.movers.slice(0, -1)) {
    expect(one).toMatchObject({ moved: false });
    expect(one.rank).toEqual([1, movers.movers.length - 1]);
  }
  // Unit 6 is under the minimum, and with it the next smallest, so that the whole does not tell it.
  expect(movers.movers.map(({ label }) => label).toSorted()).toEqual(["Unit 1", "Unit 2", "Unit 3", "Unit 4"]);
  expect(movers.left + movers.movers.length).toBe(6);
});

test("groups stand in the order asked for, withheld ones last", async () => {
  const { groups } = await divided();
  const withheld = new Set(groups.filter(({ state }) => state.kind !== "figure").map(({ label }) => label));
  expect(withheld.size).toBeGreaterThan(0);
  const labels = async (order: string) => (await divided({ order })).groups.map(({ label }) => label);
  const worst = await labels("worst");
  const known = worst.filter((label) => !withheld.has(label));
  expect(known.at(-1)).toBe("Unit 1");
  expect(worst.slice(known.length).toSorted()).toEqual([...withheld].toSorted());
  const best = await labels("best");
  expect(best[0]).toBe("Unit 1");
  expect((await labels("moved"))[0]).toBe("Unit 1");
  expect(await labels("name")).toEqual(["Unit 1", "Unit 2", "Unit 3", "Unit 4", "Unit 5", "Unit 6"]);
  expect(await read(given.as("admin"), { order: "loudest" })).toBeNull();
});

test("every unit stands by itself, and one with others below it by its own people alone", async () => {
  const { groups } = await divided({ by: "each-unit", order: "name" });
  expect(groups.map(({ label, scope }) => [label, scope?.slice(0, 5)])).toEqual(
    [1, 2, 3, 4, 5, 6].map((unit) => [`Unit ${unit}`, "unit:"]),
  );
  expect(groups.find(({ label }) => label === "Unit 6")?.state.kind).toBe("withheld");
});

test("what a longer period alone makes larger is not told against a period the data cover in part", async () => {
  expect((await divided({ show: "reach" })).movers).toEqual({ kind: "none", why: "unlike" });
  expect((await divided({ against: "last-year" })).movers).toEqual({ kind: "none", why: "few" });
});
