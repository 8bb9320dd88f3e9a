import { randomUUID } from "node:crypto";
import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { closePool } from "@/db/client";
import { decisions } from "@/db/schema/decisions";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { type GivenOrganisation, givenOrganisation } from "@/test/factory";
import { readDigests } from "./read-digests";
import { saveDigest } from "./save-digest";
import { nextDue } from "./schedule";
import { sendDigestsOf } from "./send-digests";
import { sendNow } from "./send-now";

let given: GivenOrganisation;
let executive: Viewer;
let server: SMTPServer;
let mails: ParsedMail[] = [];
let sockets: Socket[] = [];
let refuse: { responseCode: number } | "broken" | null = null;
const email = `${randomUUID()}@example.com`;

beforeEach(async () => {
  given = await givenOrganisation({ name: "Meridian <Works>" });
  const user = { email: `${randomUUID()}-${email}`, name: "Edda, Executive", password: "correct horse battery" };
  const { id } = await createUser(given.as("admin"), { ...user, roles: [{ role: "executive" }] });
  executive = { ...given.as("executive"), userId: id };
  mails = [];
  refuse = null;
  sockets = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        if (refuse === "broken") return sockets.forEach((socket) => void socket.destroy());
        if (refuse) return done(Object.assign(new Error("no"), refuse));
        mails.push(mail);
        done();
      }, done);
    },
  });
  server.server.on("connection", (socket: Socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("SMTP_FROM", "Throughline <learning@meridian.example>");
  vi.stubEnv("APP_URL", "https://throughline.example");
  await inTenant(given.orgId, (tx) =>
    tx.insert(decisions).values({
      orgId: given.orgId,
      kind: "stop",
      title: "Stop <b>this</b> & that",
      reason: "Null",
      decidedBy: "The board",
      decidedOn: "2026-01-10",
      evidence: {},
    }),
  );
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
afterAll(closePool);

const schedule = { cadence: "weekly", day: 1, hour: 8, timeZone: "UTC", quietFrom: 0, quietTo: 0 } as const;
const input = {
  id: null,
  revision: null,
  channel: "email",
  webhook: null,
  ...schedule,
  sections: ["decisions"],
} as const;
const save = () => saveDigest(executive, { ...input, sections: [...input.sections] });

test("an e-mail goes to the user's own address, as text and as HTML that loads nothing and reads in dark", async () => {
  const { id } = await save();
  expect(await sendNow(executive, { id })).toEqual({ state: "sent", error: null });
  const [mail] = mails;
  const to = mail?.to && !Array.isArray(mail.to) ? mail.to.value : [];
  expect(to).toEqual([{ name: "Edda, Executive", address: expect.stringContaining(email) }]);
  expect(mail?.subject).toBe("This week at Meridian <Works>");
  const { digests } = await readDigests(executive, new Date());
  const sendId = digests[0]?.sends[0]?.id;
  expect(mail?.messageId).toBe(`<digest-${sendId}@throughline.example>`);
  expect(mail?.headers.get("list")).toMatchObject({
    unsubscribe: { url: `https://throughline.example/digest/${sendId}?to=%2Fme%2Fdigests` },
  });
  expect(mail?.text).toContain("Decided to stop on 10 January 2026: Stop <b>this</b> & that");
  expect(mail?.text).toContain(`https://throughline.example/digest/${sendId}?to=%2Fdecisions%23`);
  const html = String(mail?.html);
  expect(html).toContain("Stop &lt;b&gt;this&lt;/b&gt; &amp; that");
  expect(html).toContain("prefers-color-scheme:dark");
  expect(html).not.toMatch(/<img|src=|url\(|@import|<script/);
  // Whatever it links to is the app, by the address that notes the opening.
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(links.length).toBeGreaterThan(2);
  expect(links.every((href) => href?.startsWith(`https://throughline.example/digest/${sendId}?to=`))).toBe(true);
});

test("what the server answers is told apart from what it leaves open", async () => {
  const { id } = await save();
  refuse = { responseCode: 552 };
  expect(await sendNow(executive, { id })).toEqual({
    state: "failed",
    error: "The mail server refused the message (552)",
  });
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
  expect(await sendNow(executive, { id })).toEqual({ state: "failed", error: "The mail server cannot be reached" });
});

test("a server that breaks off after the message leaves open whether it has it", async () => {
  const { id } = await save();
  refuse = "broken";
  expect(await sendNow(executive, { id })).toEqual({
    state: "failed",
    error: "The mail server broke off, so whether it has the message is not known",
  });
});

test("without a mail server the page says so, and what is asked for fails with the reason", async () => {
  vi.stubEnv("SMTP_URL", "");
  const { id } = await save();
  const why = "No mail server is configured (SMTP_URL and SMTP_FROM), so nothing goes out by e-mail";
  expect((await readDigests(executive, new Date())).cannot).toMatchObject({ email: why, slack: null });
  expect(await sendNow(executive, { id })).toEqual({ state: "failed", error: why });
  const due = nextDue(schedule, new Date());
  expect(await sendDigestsOf(given.orgId, due.at)).toEqual([]);
  vi.stubEnv("APP_URL", "");
  expect((await readDigests(executive, new Date())).cannot.teams).toContain("APP_URL");
});
