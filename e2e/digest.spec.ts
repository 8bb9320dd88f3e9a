import { type ParsedMail, simpleParser } from "mailparser";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { demoSignIns } from "@/lib/access/demo-sign-ins";
import { nextDue } from "@/lib/digests/schedule";
import { sendDigestsOf } from "@/lib/digests/send-digests";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const address = demoSignIns.find(({ role }) => role === "finance")?.email ?? "";
const mails: ParsedMail[] = [];
let server: SMTPServer;

test.beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  const port = Number(new URL(process.env.SMTP_URL ?? "").port);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
test.afterAll(() => server.close());

const toFinance = () =>
  mails.filter(({ to }) => [to ?? []].flat().some(({ value }) => value.some((one) => one.address === address)));

/** The organisation and schedule of the digest that was set up last. */
async function readLast() {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  const { rows } = await client.query(
    `select org_id as "orgId", cadence, day, hour, time_zone as "timeZone", quiet_from as "quietFrom", quiet_to as "quietTo"
     from digests order by created_at desc limit 1`,
  );
  await client.end();
  return rows[0];
}

test("a digest is set up, sent once although two workers find it due, and known to be opened", async ({ browser }) => {
  const page = await signedIn(browser, "finance");
  await page.goto("/me/digests");
  await page.getByRole("button", { name: "Set up a digest" }).click();
  const form = page.getByRole("dialog", { name: "Set up a digest" });
  await form.getByLabel("On", { exact: true }).selectOption({ label: "Wednesday" });
  await form.getByLabel("At", { exact: true }).selectOption("9");
  await form.getByRole("checkbox", { name: /^Scorecard/ }).check();
  await form.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByText("Every Wednesday at 09:00 (UTC), not between 20:00 and 07:00")).toBeVisible();
  await expect(page.getByText("Nothing was sent yet.")).toBeVisible();

  const { orgId, ...schedule } = await readLast();
  const { at } = nextDue(schedule, new Date());
  await Promise.all([sendDigestsOf(orgId, at), sendDigestsOf(orgId, at)]);
  await sendDigestsOf(orgId, new Date(at.getTime() + 3_600_000));
  expect(toFinance()).toHaveLength(1);

  await page.reload();
  const sent = page.getByRole("row", { name: /Sent/ });
  await expect(sent).toContainText("Not opened");
  const [link] = /http\S+to=%2Fscorecard\S*/.exec(toFinance()[0]?.text ?? "") ?? [];
  const other = await signedIn(browser, "executive");
  await other.goto(link ?? "");
  await expect(other.getByRole("heading", { name: /not found/i })).toBeVisible();
  await page.goto(link ?? "");
  await page.waitForURL(/\/scorecard/);
  await page.goto("/me/digests");
  await expect(sent).not.toContainText("Not opened");

  await page.getByRole("button", { name: /^Send me one now/ }).click();
  await expect(page.getByRole("row", { name: /Asked for/ })).toContainText("Sent");
  expect(toFinance()).toHaveLength(2);
});
