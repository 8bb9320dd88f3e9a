import type { Browser, Page } from "@playwright/test";
import { axeOf } from "./axe-of";
import { largePicture } from "./large-picture";
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
