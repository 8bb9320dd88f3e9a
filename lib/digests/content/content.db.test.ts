import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { decisions } from "@/db/schema/decisions";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { givenTeam } from "@/test/given-team";
import { buildDigest } from "./build-digest";

afterAll(closePool);

const now = new Date();

test("a manager's digest says how much waits, names nobody of the line and leaves no trace of a look", async () => {
  const team = await givenTeam();
  const cleo = await team.user("C", "manager");
  const digest = await buildDigest({ viewer: cleo, sections: ["team", "money"], cadence: "weekly", told: [] }, now);
  expect(digest.sections.map(({ id }) => id)).toEqual(["team"]);
  expect(digest.sections[0]?.items).toMatchObject([
    { text: expect.stringMatching(/^\d+ observations are due this week$/), href: "/team/observe", grade: null },
  ]);
  expect(JSON.stringify(digest)).not.toMatch(/Ann|Bob|Cas|Asks why/);
  const { rows } = await inTenant(team.orgId, (tx) =>
    tx.execute(sql`select from audit_log where action = 'person.read'`),
  );
  expect(rows).toEqual([]);
});

test("more than six of a kind are told as a number, and what was told is not told again while the rest is", async () => {
  const { orgId, as } = await givenOrganisation();
  const decided = Array.from({ length: 9 }, (_, at) => ({
    orgId,
    kind: "stop" as const,
    title: `Decision ${at}`,
    reason: "Null",
    decidedBy: "The board",
    decidedOn: `2026-01-0${at + 1}`,
    evidence: {},
  }));
  await inTenant(orgId, (tx) => tx.insert(decisions).values(decided));
  const asked = { viewer: as("executive"), sections: ["decisions"], cadence: "monthly", told: [] as string[] } as const;
  const first = await buildDigest(asked, now);
  expect(first.sections[0]?.items).toHaveLength(7);
  expect(first.sections[0]?.items.at(-1)?.text).toBe("And 3 more");
  expect(first.news).toHaveLength(9);
  const second = await buildDigest({ ...asked, told: first.news.slice(1) }, now);
  expect(second.sections[0]?.items.map(({ news }) => news)).toEqual(first.news.slice(0, 1));
});
