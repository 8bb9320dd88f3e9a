import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

/** A page of somebody who has no account, on a phone. */
async function stranger(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, javaScriptEnabled });
  return context.newPage();
}

async function makePulse(lead: Page, title: string): Promise<void> {
  await lead.goto("/surveys/new?template=pulse");
  await lead.getByLabel("Title").fill(title);
  await lead.getByRole("button", { name: "Save" }).click();
  await lead.waitForURL(/\/surveys\/[0-9a-f-]{36}$/);
  await expect(lead.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function answer(page: Page, choice: string, words = ""): Promise<void> {
  await page.getByRole("radio", { name: choice }).check();
  await page.getByLabel(/What got in the way/).fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
}

async function makeSharedLink(lead: Page, answers: number): Promise<string> {
  await lead.getByRole("button", { name: "Make a shared link" }).click();
  const dialog = lead.getByRole("dialog", { name: "Make a shared link" });
  await dialog.getByLabel("Good for how many answers").fill(String(answers));
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const address = await dialog.getByLabel("The link").inputValue();
  await lead.keyboard.press("Escape");
  return address;
}

test("five people answer a pulse without an account; nothing shows at four, figures at five", async ({ browser }) => {
  const lead = await signedIn(browser, "ld_lead");
  const title = `Pulse ${Date.now()}`;
  await makePulse(lead, title);
  const address = await makeSharedLink(lead, 5);

  const first = await stranger(browser);
  await first.goto(address);
  await expect(first.getByText("shown only when at least 5 people have answered")).toBeVisible();
  const { violations } = await new AxeBuilder({ page: first }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await first.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  // What was typed stays when something is missing.
  await first.getByLabel(/What got in the way/).fill("Too many clicks");
  await first.getByRole("button", { name: "Send" }).click();
  await expect(first.getByText("One answer needs another look")).toBeVisible();
  await expect(first.getByLabel(/What got in the way/)).toHaveValue("Too many clicks");

  // And when the connection breaks.
  await first.route("**/*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await first.getByRole("radio", { name: "Distracting" }).check();
  await first.getByRole("button", { name: "Send" }).click();
  await expect(first.getByText("No answer came back")).toBeVisible();
  await expect(first.getByRole("radio", { name: "Distracting" })).toBeChecked();
  await expect(first.getByLabel(/What got in the way/)).toHaveValue("Too many clicks");
  await first.unroute("**/*");
  await answer(first, "Helpful to real work", "Too many clicks");

  // Without JavaScript as well.
  const plain = await stranger(browser, false);
  await plain.goto(address);
  await plain.getByLabel(/What got in the way/).fill("Slow page");
  await plain.getByRole("button", { name: "Send" }).click();
  await expect(plain.getByText("One answer needs another look")).toBeVisible();
  await expect(plain.getByLabel(/What got in the way/)).toHaveValue("Slow page");
  await answer(plain, "Distracting", "Slow page");

  for (const words of ["Nothing", "More of it"]) {
    const page = await stranger(browser);
    await page.goto(address);
    await answer(page, "Helpful to real work", words);
    await page.context().close();
  }
  await lead.reload();
  await expect(lead.getByText("Fewer than 5 people have answered.")).toBeVisible();
  await expect(lead.getByText("Too many clicks")).toHaveCount(0);

  const fifth = await stranger(browser);
  await fifth.goto(address);
  await answer(fifth, "Helpful to real work", "All good");
  await lead.reload();
  await expect(lead.getByRole("row", { name: /^Helpful to real work/ }).first()).toContainText("4, 80%");
  await expect(
    lead.getByRole("cell", { name: "Too many clicks" }).or(lead.getByRole("rowheader", { name: "Too many clicks" })),
  ).toBeVisible();

  const late = await stranger(browser);
  await late.goto(address);
  await expect(late.getByRole("heading", { level: 1, name: "This link was used up" })).toBeVisible();
});

test("people who share a device each get an empty sheet, by Back, Forward and the link, and each is counted once", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await makePulse(lead, `Kiosk ${Date.now()}`);
  const address = await makeSharedLink(lead, 4);
  const page = await stranger(browser);
  const sheets: string[] = [];
  const sheet = page.locator("input[name=sheet]");
  const anEmptySheetComes = async () => {
    await expect.poll(async () => sheets.includes(await sheet.inputValue())).toBe(false);
    await expect(page.getByLabel(/What got in the way/)).toHaveValue("");
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    sheets.push(await sheet.inputValue());
  };
  await page.goto(address);
  await anEmptySheetComes();
  await answer(page, "Helpful to real work", "From the first of us");

  await page.goBack();
  await anEmptySheetComes();
  await answer(page, "Distracting", "From the second");

  await page.goBack();
  await anEmptySheetComes();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
  await page.getByRole("link", { name: "Open an empty sheet" }).click();
  await anEmptySheetComes();
  await page.getByRole("radio", { name: "Distracting" }).check();
  await page.getByRole("button", { name: "Send" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();

  // Three sheets are three answers: the link is good for one more, and then for none.
  await page.goto(address);
  await answer(page, "Helpful to real work", "From the fourth");
  await expect(page.getByRole("link", { name: "Open an empty sheet" })).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "This link was used up" })).toBeVisible();
});

test("a personal link is good once, and none works after the survey is closed", async ({ browser }) => {
  const lead = await signedIn(browser, "ld_lead");
  await makePulse(lead, `Personal pulse ${Date.now()}`);
  await lead.getByRole("button", { name: "Make personal links" }).click();
  const dialog = lead.getByRole("dialog", { name: "Make personal links" });
  const group = await dialog
    .getByRole("option", { name: /\((?:[89]|1\d)\)$/ })
    .first()
    .getAttribute("value");
  await dialog.getByLabel("Who is asked").selectOption(group);
  await dialog.getByRole("button", { name: "Make the links" }).click();
  const [saved] = await Promise.all([
    lead.waitForEvent("download"),
    dialog.getByRole("button", { name: "CSV" }).click(),
  ]);
  const [, ...rows] = (await readFile(await saved.path(), "utf8")).trim().split(/\r?\n/);
  const addresses = rows.map((row) => row.split(",").at(-1) ?? "");
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  await lead.keyboard.press("Escape");

  const page = await stranger(browser);
  await page.goto(addresses[0] ?? "");
  await answer(page, "Irrelevant to real work");
  await expect(page.getByRole("link", { name: "Open an empty sheet" })).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Already answered" })).toBeVisible();
  await page.goto(addresses[0] ?? "");
  await expect(page.getByRole("heading", { level: 1, name: "Already answered" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send" })).toHaveCount(0);

  await lead.getByRole("button", { name: "Close it" }).click();
  await lead
    .getByRole("dialog", { name: "Close the survey" })
    .getByRole("button", { name: "Close the survey" })
    .click();
  await expect(lead.getByRole("definition").filter({ hasText: /^Closed$/ })).toBeVisible();
  await page.goto(addresses[1] ?? "");
  await expect(page.getByRole("heading", { level: 1, name: "This survey is closed" })).toBeVisible();
  await page.goto(`${(addresses[1] ?? "").slice(0, -1)}.`);
  await expect(page.getByRole("heading", { level: 1, name: "This link leads nowhere" })).toBeVisible();
});
