import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { givenRaters, type Habit } from "@/test/given-raters";
import { computeTrust } from "./compute-trust";
import { readTrust } from "./read-trust";
import { type DetectorId, detectorIds, type Trust } from "./trust";

afterAll(closePool);

type Shown = Extract<Trust, { kind: "shown" }>;
const shown = (found: Trust | null): Shown => {
  if (found?.kind !== "shown") throw new Error(`not shown: ${found?.kind}`);
  return found;
};
const standing = ({ raters }: Shown, detector: DetectorId) =>
  (raters ?? [])
    .filter(({ figures }) => figures.some((one) => one.detector === detector && one.status === "look"))
    .map(({ name }) => name);

let honest: Awaited<ReturnType<typeof givenRaters>>;
let bent: Awaited<ReturnType<typeof givenRaters>>;

beforeAll(async () => {
  honest = await givenRaters(34);
  bent = await givenRaters(
    12,
    {
      "R0-0": (seen) => seen + 1,
      "R1-0": (seen) => 3 + 0.1 * (seen - 3),
      "R2-0": (_, { firstOfPerson }) => firstOfPerson,
      "R3-0": () => 4,
      "R4-0": (seen, { last }) => seen + (last ? 1.5 : 0),
      "R5-0": (seen, { time }) => seen + 2.5 * (time - 0.5),
    },
    9,
  );
}, 240_000);

test("raters who only err by chance are told apart no more often than the level says, and none stands out", async () => {
  const found = shown(await computeTrust(honest.given.as("ld_lead"), { months: 12 }));
  expect(found.counts.raters).toBe(102);
  for (const detector of detectorIds) {
    const ps = (found.raters ?? []).flatMap(({ figures }) =>
      figures.flatMap((one) => (one.detector === detector && one.ownP !== null && one.p !== null ? [one.ownP] : [])),
    );
    const alarms = ps.filter((p) => p < 0.05).length;
    // Of about a hundred, 5 % are 5; 12 or more happen in one set of raters in two hundred.
    expect(alarms, `${detector}: ${alarms} of ${ps.length}`).toBeLessThan(12);
    if (detector !== "bursts" && detector !== "quarter_end") expect(ps.length, detector).toBeGreaterThan(90);
    expect(standing(found, detector), detector).toEqual([]);
  }
  expect(found.severitySpread).toBeLessThan(0.1);
  expect(found.whole.map(({ id, status }) => [id, status])).toEqual([
    ["quarter_end", "fine"],
    ["inflation", "fine"],
    ["ceiling", "fine"],
    ["quality_falls", "cannot-tell"],
  ]);
});

test("each planted habit is found by its detector", async () => {
  const found = shown(await computeTrust(bent.given.as("admin"), { months: 12 }));
  expect(standing(found, "severity")).toContain("Rater R0-0");
  expect(standing(found, "range")).toEqual(expect.arrayContaining(["Rater R1-0", "Rater R3-0"]));
  expect(standing(found, "halo")).toContain("Rater R2-0");
  expect(standing(found, "bursts")).toContain("Rater R3-0");
  expect(standing(found, "drift")).toContain("Rater R5-0");
  expect(standing(found, "system_gap")).toContain("Rater R0-0");
  const lenient = found.raters
    ?.find(({ name }) => name === "Rater R0-0")
    ?.figures.find((one) => one.detector === "severity");
  expect(lenient?.interval?.[0]).toBeLessThan(1);
  expect(lenient?.interval?.[1]).toBeGreaterThan(0.7);
});

test("a partner of units sees sites of their units and no rater by name; without units there is nothing", async () => {
  const { given, ids } = honest;
  const found = shown(await computeTrust(given.as("hrbp", { units: [ids.North ?? ""] }), { months: 12 }));
  expect(found.raters).toBeNull();
  expect(found.sites.map(({ name }) => name)).toEqual(["Oslo"]);
  expect(found.counts.people).toBe(17 * 8);
  expect(JSON.stringify(found)).not.toContain("Rater");
  const few = await givenRaters(1, { "R0-0": (seen) => seen + 1 }, 6);
  const alone = shown(await computeTrust(few.given.as("hrbp", { units: [few.ids.North ?? ""] }), { months: 12 }));
  expect(alone.counts.raters).toBe(3);
  expect(alone.severitySpread).toBeNull();
  expect(
    alone.detectors.every(({ looked, standOut, status }) => looked === 0 && standOut === 0 && status === "cannot-tell"),
  ).toBe(true);
  expect(await computeTrust(given.as("hrbp"), { months: 12 })).toBeNull();
});

test("nobody else may ask, another organisation has nothing, and looking at raters by name leaves a row each time", async () => {
  const { given } = bent;
  for (const role of ["executive", "manager", "employee", "finance", "auditor"] as const)
    await expect(computeTrust(given.as(role), { months: 12 })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await givenOrganisation();
  expect(await readTrust(stranger.as("admin"), 12)).toEqual({ kind: "empty" });
  await readTrust(given.as("admin"), 12);
  await readTrust(given.as("admin"), 12);
  const traces = await inTenant(given.orgId, (tx) =>
    tx.select().from(auditLog).where(eq(auditLog.action, "evidence.trust")),
  );
  expect(traces.map(({ subject, detail }) => [subject, detail])).toEqual([
    [null, { raters: 36, from: "2025-01-01", to: "2026-01-01" }],
    [null, { raters: 36, from: "2025-01-01", to: "2026-01-01" }],
  ]);
});

test("what was taken back and what people say of themselves changes nothing", async () => {
  const { given, ids } = await givenRaters(2, {}, 3);
  const before = shown(await computeTrust(given.as("admin"), { months: 12 }));
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source, rater_id, struck_at)
      select ${given.orgId}, ${ids["P0-0"]}, x.id, '2025-05-05', ${ids["Asks first"]}, 5, x.source, x.rater::uuid, x.struck::timestamptz
      from (values ('x1', 'manager', ${ids["R0-0"]}, '2025-06-01'), ('x2', 'self', null, null), ('x3', 'peer', ${ids["P0-0"]}, null), ('x4', 'peer', null, null))
        x (id, source, rater, struck)`),
  );
  const { dataVersion: _, ...after } = shown(await computeTrust(given.as("admin"), { months: 12 }));
  expect(before).toMatchObject(after);
});

test("under the minimum of people nothing is said", async () => {
  const { given } = await givenRaters(1, {}, 4);
  await inTenant(given.orgId, (tx) => tx.execute(sql`update organisations set minimum_group_size = 9`));
  expect(await computeTrust(given.as("admin"), { months: 12 })).toEqual({ kind: "withheld", minimum: 9 });
});

test("what all raters do together is seen in the whole: a rise at the end of quarters, and over the year against systems", async () => {
  const habit: Habit = (seen, { last, time }) => seen + (last ? 0.8 : 0) + (time - 0.5);
  const everybody = Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((team) => [0, 1, 2].map((one) => [`R${team}-${one}`, habit])),
  );
  const { given } = await givenRaters(8, everybody, 11);
  const found = shown(await computeTrust(given.as("admin"), { months: 12 }));
  const of = (id: string) => found.whole.find((one) => one.id === id);
  expect(of("quarter_end")?.status).toBe("look");
  expect(of("quarter_end")?.interval?.[0]).toBeLessThan(0.8);
  expect(of("quarter_end")?.interval?.[1]).toBeGreaterThan(0.6);
  expect(of("inflation")?.status).toBe("look");
  expect(of("inflation")?.interval?.[0]).toBeLessThan(1);
  expect(of("inflation")?.interval?.[1]).toBeGreaterThan(0.9);
});
