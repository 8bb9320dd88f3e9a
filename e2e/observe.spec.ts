import * as zlib from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

/** A level and the button: what one person of the round may take at most. */
const tapsPerPerson = 2;

test.describe.configure({ mode: "serial" });

async function onPhone(browser: Browser): Promise<Page> {
  const page = await signedIn(browser, "manager");
  await page.setViewportSize({ width: 360, height: 740 });
  return page;
}

async function openRound(page: Page): Promise<void> {
  await page.goto("/team/observe");
  await expect(page.locator("[data-ready]")).toBeVisible();
}

const person = (page: Page) => page.locator("article h2");
const nameOn = async (page: Page) => (await person(page).textContent()) ?? "";
const save = (page: Page) => page.getByRole("button", { name: /^Save/ });
const list = (page: Page) => page.getByRole("region", { name: "Recorded in the last 24 hours" }).getByRole("listitem");

test("five people in two taps each, and the last one can be taken back", async ({ browser }) => {
  const page = await onPhone(browser);
  await openRound(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("two minutes");
  const seen: string[] = [];
  let taps = 0;
  const tap = async (target: ReturnType<Page["locator"]>) => {
    taps += 1;
    await target.click();
  };
  for (let i = 0; i < 5; i += 1) {
    const name = await nameOn(page);
    seen.push(name);
    await tap(page.getByRole("radio").nth(i % 5));
    await tap(save(page));
    await expect(person(page)).not.toHaveText(name);
  }
  expect(new Set(seen).size, "everybody has a turn before anybody has two").toBe(5);
  expect(taps).toBeLessThanOrEqual(5 * tapsPerPerson);
  await expect(page.getByText("5 of 6 today · 5 of 30 this week")).toBeVisible();
  await expect(list(page)).toHaveCount(5);

  await page.getByRole("button", { name: `Undo ${seen[4]}` }).click();
  await expect(person(page)).toHaveText(seen[4] ?? "");
  await expect(page.getByRole("radio").nth(4)).toBeChecked();
  await expect(list(page)).toHaveCount(4);
  expect(await axeOf(page)).toEqual([]);
});

test("without a network it is kept through a reload, and then sent exactly once", async ({ browser }) => {
  const page = await onPhone(browser);
  await openRound(page);
  await expect(page.locator("[data-kept]"), "the round can be opened without a network").toBeVisible();
  const before = await list(page).count();
  const bodies: { url: string; body: Buffer; type: string }[] = [];
  page.on("response", (answer) => {
    const request = answer.request();
    const type = request.headers()["content-type"] ?? "";
    const body = request.postDataBuffer();
    if (request.method() === "POST" && request.url().endsWith("/api/observe") && body) {
      bodies.push({ url: request.url(), body, type });
    }
  });

  await page.context().setOffline(true);
  const name = await nameOn(page);
  await page.getByRole("radio").nth(2).click();
  await page.getByRole("button", { name: "Without help: not said" }).click();
  await save(page).click();
  await expect(page.getByText("1 waiting")).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-ready]")).toBeVisible();
  await expect(page.getByText("1 waiting")).toBeVisible();
  await expect(person(page), "what was answered is not asked again").not.toHaveText(name);
  await page.getByRole("radio").nth(3).click();
  await save(page).click();
  await expect(page.getByText("2 waiting")).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByText(/^\d+ waiting$/)).toHaveCount(0);
  await page.reload();
  await expect(list(page)).toHaveCount(before + 2);
  expect(bodies).toHaveLength(2);

  const [first] = bodies;
  if (!first) throw new Error("Nothing was sent");
  const again = await page.evaluate(
    async ({ text, type }) => {
      const answer = await fetch("/api/observe", { method: "POST", headers: { "content-type": type }, body: text });
      return { status: answer.status, body: await answer.json() };
    },
    { text: first.body.toString("utf8"), type: first.type },
  );
  expect(again).toEqual({ status: 200, body: { outcome: "repeat", given: 1 } });
  await page.reload();
  await expect(list(page)).toHaveCount(before + 2);
});

test("a photo goes along, made small; what could not be seen is skipped; more is offered at the end", async ({
  browser,
}) => {
  const page = await onPhone(browser);
  await openRound(page);
  await expect(page.getByText(/^Done for today/)).toBeVisible();
  await page.getByRole("button", { name: /more$/ }).click();
  const name = await nameOn(page);
  await page.getByRole("radio").nth(2).click();
  await page.getByText("Note, link or photo").click();
  await page.getByLabel("Note", { exact: true }).fill("Quoted the rule by number");
  await page
    .getByLabel("Add a photo")
    .setInputFiles({ name: "board.png", mimeType: "image/png", buffer: largePicture() });
  await expect(page.getByAltText("What you added")).toBeVisible();
  await save(page).click();
  await expect(person(page)).not.toHaveText(name);
  const entry = list(page).filter({ hasText: "Quoted the rule by number" });
  await expect(entry).toContainText(name);
  const photo = await entry.getByRole("link", { name: "Photo" }).getAttribute("href");
  const answer = await page.request.get(photo ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  for (const role of ["hrbp", "ld_lead", "executive", "admin", "employee"] as const) {
    const other = await signedIn(browser, role);
    expect((await other.request.get(photo ?? "")).status(), role).toBe(404);
    await other.context().close();
  }

  const next = await nameOn(page);
  await page.getByRole("button", { name: "Could not see it" }).click();
  await page.getByRole("button", { name: "It did not come up" }).click();
  await expect(person(page)).not.toHaveText(next);
});

test("what was entered can be changed for a day, and a refusal says why and can be dropped", async ({ browser }) => {
  const page = await onPhone(browser);
  await openRound(page);
  const entry = list(page).filter({ hasText: "Quoted the rule by number" });
  await entry.getByRole("button", { name: /^Change/ }).click();
  await entry.getByRole("radio").nth(4).click();
  await entry.getByRole("button", { name: "Save the change" }).click();
  await expect(entry).toContainText("5 Shows others");

  const name = ((await entry.locator("p").first().textContent()) ?? "").trim();
  const statement = ((await entry.locator("p").nth(1).textContent()) ?? "").trim();
  await page.getByRole("link", { name: "Observe something else" }).click();
  await page.getByLabel("Name or employee number").fill(name);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: statement }).click();
  await page.getByRole("radio").nth(0).click();
  await save(page).click();
  const refusal = page.getByRole("alert").filter({ hasText: "Not taken" });
  await expect(refusal).toContainText("You rated this on that day already");
  await refusal.getByRole("button", { name: "Drop it" }).click();
  await expect(refusal).toHaveCount(0);
});

test("the rounds are saved as a calendar file that names nobody, and nobody else gets one", async ({ browser }) => {
  const page = await onPhone(browser);
  await openRound(page);
  const [name] = await person(page).allTextContents();
  const link = page.getByRole("link", { name: /add the rounds to it/ });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "no-store",
  });
  const text = await answer.text();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toMatch(/\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;/);
  if (name) expect(text).not.toContain(name);
  for (const role of ["hrbp", "ld_lead", "executive", "employee"] as const) {
    const other = await signedIn(browser, role);
    expect((await other.request.get("/api/observe/calendar")).status(), role).toBe(403);
    await other.context().close();
  }
});

test("another manager's people do not exist, and nobody else opens a round", async ({ browser }) => {
  const page = await onPhone(browser);
  const strangers = "/team/observe/other?person=00000000-0000-4000-8000-000000000000";
  expect((await page.goto(strangers))?.status()).toBe(404);
  for (const role of ["hrbp", "ld_lead", "executive", "employee"] as const) {
    const other = await signedIn(browser, role);
    expect((await other.goto("/team/observe"))?.status(), role).toBe(404);
    await other.context().close();
  }
});

test("signing out leaves nothing of the round on the device", async ({ browser }) => {
  const page = await onPhone(browser);
  await openRound(page);
  await expect(page.locator("[data-kept]")).toBeVisible();
  await page.getByRole("button", { name: /account and colours/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test("work is handed to a colleague, sent back, changed and accepted; nobody else finds it", async ({ browser }) => {
  const author = await signedIn(browser, "employee");
  await author.setViewportSize({ width: 360, height: 740 });
  await author.goto("/reviews");
  await author.getByRole("link", { name: "Hand in work" }).click();
  await author.getByRole("button", { name: "Hand in" }).click();
  await expect(author.getByText("Say what it is")).toBeVisible();
  await author.getByLabel("What it is").fill("Reply to case 4711");
  await author.getByLabel("Link to it").fill("https://example.com/cases/4711");
  await author.getByRole("checkbox").first().check();
  const choice = author.getByRole("combobox", { name: "Who should look at it" });
  await choice.selectOption({ index: 1 });
  expect(await axeOf(author)).toEqual([]);
  await author.getByRole("button", { name: "Hand in" }).click();
  await author.getByRole("link", { name: "Reply to case 4711" }).click();
  await author.waitForURL(/reviews\/[\w-]+\/[\w-]+$/);
  const { pathname } = new URL(author.url());

  const reviewer = await signedIn(browser, "colleague");
  await reviewer.goto("/reviews");
  await reviewer.getByRole("region", { name: "Waiting for me" }).getByRole("link").click();
  await reviewer.getByRole("radio", { name: /^With help/ }).check();
  await reviewer.getByRole("radio", { name: /^Send back/ }).check();
  await reviewer.getByRole("button", { name: "Answer" }).click();
  await expect(reviewer.getByText("Say what to change", { exact: true })).toBeVisible();
  await reviewer.getByRole("textbox", { name: "What to change" }).fill("Quote the rule that applies");
  await reviewer.getByRole("button", { name: "Answer" }).click();
  await expect(reviewer.getByText("Sent back to be changed")).toBeVisible();
  expect(await axeOf(reviewer)).toEqual([]);

  await author.reload();
  await expect(author.getByText("asks for a change: Quote the rule")).toBeVisible();
  await author.getByLabel("What you changed").fill("Quoted it");
  await author.getByRole("button", { name: "Hand in again" }).click();
  await expect(author.getByText("Round 2: Waiting for an answer")).toBeVisible();

  await reviewer.reload();
  await reviewer.getByRole("radio", { name: /^Alone(?! in)/ }).check();
  await reviewer.getByRole("radio", { name: /^Accept/ }).check();
  await reviewer.getByRole("button", { name: "Answer" }).click();
  await expect(reviewer.getByText("Round 2: Accepted")).toBeVisible();
  await author.goto("/reviews");
  await expect(author.getByRole("region", { name: "Done" })).toContainText("Reply to case 4711");

  const coach = await signedIn(browser, "manager");
  expect((await coach.goto(pathname))?.status()).toBe(200);
  for (const role of ["hrbp", "ld_lead", "executive", "admin"] as const) {
    const other = await signedIn(browser, role);
    expect((await other.goto(pathname))?.status(), role).toBe(404);
    await other.context().close();
  }
});

test("what somebody says of themselves stands beside what others saw", async ({ browser }) => {
  const page = await signedIn(browser, "employee");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/reviews/self");
  const line = page.getByRole("listitem").filter({ hasText: "You say" }).first();
  const others = await line
    .getByText(/on average of|nothing yet/)
    .last()
    .textContent();
  await line.getByRole("button", { name: /^Say how you see it/ }).click();
  await line.getByRole("radio", { name: /^Shows others/ }).check();
  await line.getByRole("button", { name: "Save" }).click();
  await expect(line).toContainText("5 Shows others");
  await expect(line.getByText(/on average of|nothing yet/).last()).toHaveText(others ?? "");
  expect(await axeOf(page)).toEqual([]);
});

async function axeOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
    ...(overflow > 0 ? ["scrolls sideways"] : []),
  ];
}

/** A PNG of 2,400 by 1,800 pixels in one colour. */
function largePicture(): Buffer {
  const { deflateSync, crc32 } = zlib;
  const [width, height] = [2_400, 1_800];
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height, 128);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
