import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { revokeLinks } from "@/lib/surveys/links/revoke-links";
import { readSurvey } from "@/lib/surveys/results/read-survey";
import { editSurvey } from "@/lib/surveys/save-survey";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { address, helpful, pulse, surveysOf } from "@/test/given-surveys";
import { sheetAnswerId } from "./give-answer";
import { readForm } from "./read-form";

afterAll(closePool);

let given: GivenOrganisation;
beforeEach(async () => {
  given = await givenOrganisation();
});
const { lead, made, shared, sheet, stored } = surveysOf(() => given);

test("a sheet counts once however often it is sent, and a link is good for as many answers as it says", async () => {
  const link = await shared(await made(), 3);
  const again = randomUUID();
  const twice = await Promise.all([
    sheet(link, helpful, again),
    sheet(link, helpful, again),
    sheet(link, helpful, again),
  ]);
  expect(twice).toEqual(Array(3).fill({ kind: "taken" }));
  const more = await Promise.all(Array.from({ length: 5 }, () => sheet(link, helpful)));
  expect(more.filter(({ kind }) => kind === "taken")).toHaveLength(2);
  expect(more.find(({ kind }) => kind === "refused")).toEqual({ kind: "refused", why: "full" });
  expect(new Set((await stored()).map(({ responseId }) => responseId)).size).toBe(3);
  expect(await sheet(link, helpful, again)).toEqual({ kind: "taken" });
});

test("a sheet that was taken is refused with other answers on it, so that nobody else's are dropped in silence", async () => {
  const link = await shared(await made());
  const again = randomUUID();
  expect(await sheet(link, helpful, again)).toEqual({ kind: "taken" });
  const others = [{ ...helpful, q1: "irrelevant" }, { ...helpful, q3: "" }, { q1: "helpful" }, {}];
  for (const answers of others) expect(await sheet(link, answers, again)).toEqual({ kind: "refused", why: "sent" });
  expect(await sheet(link, { ...helpful, q3: ` ${helpful.q3} ` }, again)).toEqual({ kind: "taken" });
  expect(await stored()).toHaveLength(3);
});

test("what is missing or odd is told by question and nothing is kept, and a changed form is not answered blindly", async () => {
  const id = await made();
  const link = await shared(id);
  expect(await sheet(link, { q1: "splendid", q3: "Fine" })).toEqual({
    kind: "faults",
    fields: { q1: ["Choose one of these"], q2: ["Choose a number from 1 to 5"] },
  });
  await editSurvey(lead(), { ...pulse({ title: "Other" }), id, revision: 1 });
  expect(await sheet(link, helpful)).toEqual({ kind: "refused", why: "changed" });
  expect(await stored()).toEqual([]);
});

test("a link nobody made, one in disguise and one that was revoked lead to no form", async () => {
  const id = await made();
  const link = await shared(id);
  for (const odd of [
    "",
    "x",
    `${link}x`,
    link.slice(1),
    link.replace(/.$/, (last) => (last === "A" ? "Q" : "A")),
    "../..",
    `${link}\0`,
  ])
    expect(await readForm(odd, address())).toBe("unknown");
  const { sharedLinks } = (await readSurvey(lead(), id)) ?? {};
  await revokeLinks(lead(), { surveyId: id, which: sharedLinks?.[0]?.id ?? "" });
  expect(await readForm(link, address())).toBe("revoked");
  expect(await sheet(link, helpful)).toEqual({ kind: "refused", why: "revoked" });
  await expect(revokeLinks(lead(), { surveyId: id, which: "personal" })).rejects.toMatchObject({ code: "conflict" });
});

test("what goes wrong while an answer is kept is told without the answer, because it is logged with the time", async () => {
  const id = await made();
  const link = await shared(id);
  const sheetId = randomUUID();
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await other.connect();
  await other.query("begin");
  // The same id by somebody else at the same moment: the answer waits, and then cannot be written.
  await other.query("insert into survey_answers (org_id, id, answered_on) values ($1, $2, current_date)", [
    given.orgId,
    sheetAnswerId(id, sheetId, "q3"),
  ]);
  const failing = sheet(link, { ...helpful, q3: "Between us alone" }, sheetId).catch((error: unknown) => error);
  const waiting = async () => {
    const { rows } = await other.query<{ waits: boolean }>(
      "select exists (select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid) as waits",
    );
    return rows[0]?.waits;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBe(true);
  await other.query("commit");
  await other.end();
  const error = await failing;
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error, { depth: 5, showHidden: true })).not.toContain("Between us alone");
  expect(String(error)).toContain("23505");
  expect(await stored()).toHaveLength(1);
});

test("too many openings from one address are refused, those of another are not", async () => {
  const from = address();
  for (let at = 0; at < 40; at++) expect(await readForm("x", from)).toBe("unknown");
  expect(await readForm("x", from)).toBe("too-many");
  expect(await readForm("x", address())).toBe("unknown");
});
