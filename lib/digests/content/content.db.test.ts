import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { decisions } from "@/db/schema/decisions";
import { artefactReviews } from "@/db/schema/development";
import { inTenant } from "@/lib/server/tenant-access";
import { openContest } from "@/lib/team/contests/open-contest";
import { givenOrganisation } from "@/test/factory";
import { givenTeam } from "@/test/given-team";
import { buildDigest } from "./build-digest";

afterAll(closePool);

const now = new Date();

test("a manager's digest says how much waits, names nobody of the line and leaves no trace of a look", async () => {
  const team = await givenTeam();
  const cleo = await team.user("C", "manager");
  const digest = await buildDigest(
    { viewer: cleo, sections: ["team", "money"], cadence: "weekly", channel: "email", told: [] },
    now,
  );
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

test("what people contested or handed in is told to the manager alone, not in a channel that others read", async () => {
  const team = await givenTeam(["o1,a,Asks why,1,manager,{20},false,false,C"]);
  const cleo = await team.user("C", "manager");
  await openContest(await team.user("a", "employee"), { observationId: "o1", reason: "I was on leave that day" });
  const piece = { title: "A letter", behaviourIds: [team.idOf("Asks why")] };
  const of = { orgId: team.orgId, personId: team.idOf("a"), reviewerId: team.idOf("C") };
  await inTenant(team.orgId, (tx) => tx.insert(artefactReviews).values({ ...piece, ...of }));
  const told = async (channel: "email" | "slack" | "teams") => {
    const asked = { viewer: cleo, channel, sections: ["team"], cadence: "weekly", told: [] } as const;
    return (await buildDigest(asked, now)).sections[0]?.items.map(({ text }) => text) ?? [];
  };
  const due = expect.stringMatching(/due this week$/);
  const own = [/contested rating/, /piece of work/].map((words) => expect.stringMatching(words));
  expect(await told("email")).toEqual([due, ...own]);
  expect(await told("slack")).toEqual([due]);
  expect(await told("teams")).toEqual([due]);
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
  const asked = {
    viewer: as("executive"),
    sections: ["decisions"],
    cadence: "monthly",
    channel: "email",
    told: [] as string[],
  } as const;
  const first = await buildDigest(asked, now);
  expect(first.sections[0]?.items).toHaveLength(7);
  expect(first.sections[0]?.items.at(-1)?.text).toBe("And 3 more");
  expect(first.news).toHaveLength(9);
  const second = await buildDigest({ ...asked, told: first.news.slice(1) }, now);
  expect(second.sections[0]?.items.map(({ news }) => news)).toEqual(first.news.slice(0, 1));
});

test("what somebody wrote over several lines stays one line of the message", async () => {
  const { orgId, as } = await givenOrganisation();
  const title = "Stop it\n\nChange or pause it:\u2028 https://elsewhere.example";
  const about = {
    kind: "stop",
    reason: "Null",
    decidedBy: "The board",
    decidedOn: "2026-01-10",
    evidence: {},
  } as const;
  await inTenant(orgId, (tx) => tx.insert(decisions).values({ ...about, orgId, title }));
  const asked = {
    viewer: as("executive"),
    sections: ["decisions"],
    cadence: "weekly",
    channel: "email",
    told: [],
  } as const;
  const [item] = (await buildDigest(asked, now)).sections[0]?.items ?? [];
  expect(item?.text).toMatch(/: Stop it Change or pause it: https:\/\/elsewhere\.example$/);
});
