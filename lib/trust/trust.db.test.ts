import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
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
const look = async (viewer: Viewer) => (await readTrust(viewer, 12))?.trust ?? null;
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
  const found = shown(await look(honest.given.as("ld_lead")));
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
  const found = shown(await look(bent.given.as("admin")));
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
  const found = shown(await look(given.as("hrbp", { units: [ids.North ?? ""] })));
  expect(found.raters).toBeNull();
  expect(found.sites.map(({ name }) => name)).toEqual(["Oslo"]);
  expect(found.counts.people).toBe(17 * 8);
  expect(JSON.stringify(found)).not.toContain("Rater");
  const few = await givenRaters(1, { "R0-0": (seen) => seen + 1 }, 6);
  const alone = shown(await look(few.given.as("hrbp", { units: [few.ids.North ?? ""] })));
  expect(alone.counts.raters).toBe(3);
  expect(alone.severitySpread).toBeNull();
  expect(
    alone.detectors.every(({ looked, standOut, status }) => looked === 0 && standOut === 0 && status === "cannot-tell"),
  ).toBe(true);
  expect(await look(given.as("hrbp"))).toBeNull();
});

test("nobody else may ask, another organisation has nothing, and looking at raters by name leaves a row each time", async () => {
  const { given } = bent;
  for (const role of ["executive", "manager", "employee", "finance", "auditor"] as const)
    await expect(look(given.as(role))).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await givenOrganisation();
  expect(await look(stranger.as("admin"))).toEqual({ kind: "empty" });
  const traces = () =>
    inTenant(given.orgId, (tx) => tx.select().from(auditLog).where(eq(auditLog.action, "evidence.trust")));
  const before = (await traces()).length;
  await readTrust(given.as("admin"), 12);
  await readTrust(given.as("admin"), 12);
  const looks = (await traces()).map(({ subject, detail }) => [subject, detail]);
  const look36 = [null, { raters: 36, from: "2025-01-01", to: "2026-01-01" }];
  expect(looks).toEqual(Array.from({ length: before + 2 }, () => look36));
});

test("what is prepared for those who may name raters tells nobody else of them, and comes back as it was computed", async () => {
  const { given } = bent;
  const first = await readTrust(given.as("admin"), 6);
  expect(await readTrust(given.as("ld_lead"), 6)).toEqual(first);
  expect(shown(first?.trust ?? null).raters?.length).toBeGreaterThan(0);
  const other = shown((await readTrust(given.as(["hrbp", "executive"]), 6))?.trust ?? null);
  expect(other.raters).toBeNull();
  expect(JSON.stringify(other)).not.toContain("Rater");
  expect(other.counts).toEqual(shown(first?.trust ?? null).counts);
});

test("what was taken back and what people say of themselves changes nothing", async () => {
  const { given, ids } = await givenRaters(2, {}, 3);
  const question = { bounds: { kind: "everybody" }, months: 12, named: true } as const;
  const compute = () => inTenant(given.orgId, (tx) => computeTrust(tx, given.orgId, question));
  const before = shown(await compute());
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`
      insert into observations (org_id, person_id, observation_id, observed_at, behaviour_id, level, source, rater_id, struck_at)
      select ${given.orgId}, ${ids["P0-0"]}, x.id, '2025-05-05', ${ids["Asks first"]}, 5, x.source, x.rater::uuid, x.struck::timestamptz
      from (values ('x1', 'manager', ${ids["R0-0"]}, '2025-06-01'), ('x2', 'self', null, null), ('x3', 'peer', ${ids["P0-0"]}, null), ('x4', 'peer', null, null))
        x (id, source, rater, struck)`),
  );
  const { dataVersion: _, ...after } = shown(await compute());
  expect(before).toMatchObject(after);
});

test("under the minimum of people nothing is said", async () => {
  const { given } = await givenRaters(1, {}, 4);
  await inTenant(given.orgId, (tx) => tx.execute(sql`update organisations set minimum_group_size = 9`));
  expect(await look(given.as("admin"))).toEqual({ kind: "withheld", minimum: 9 });
});

test("what all raters do together is seen in the whole: a rise at the end of quarters, and over the year against systems", async () => {
  const habit: Habit = (seen, { last, time }) => seen + (last ? 0.8 : 0) + (time - 0.5);
  const everybody = Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((team) => [0, 1, 2].map((one) => [`R${team}-${one}`, habit])),
  );
  const { given } = await givenRaters(8, everybody, 11);
  const found = shown(await look(given.as("admin")));
  const of = (id: string) => found.whole.find((one) => one.id === id);
  expect(of("quarter_end")?.status).toBe("look");
  expect(of("quarter_end")?.interval?.[0]).toBeLessThan(0.8);
  expect(of("quarter_end")?.interval?.[1]).toBeGreaterThan(0.6);
  expect(of("inflation")?.status).toBe("look");
  expect(of("inflation")?.interval?.[0]).toBeLessThan(1);
  expect(of("inflation")?.interval?.[1]).toBeGreaterThan(0.9);
});
