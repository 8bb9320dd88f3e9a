import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const run = randomUUID().slice(0, 8);

async function send(page: Page, files: string | string[] | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto("/skills/exchange");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: typeof files === "string" ? "Choose a folder" : "Choose files" }).click();
  await (await choosing).setFiles(files);
  await page.waitForURL(/\/skills\/exchange\/[0-9a-f-]{36}/);
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

test("a role comes from an O*NET release into a draft: found by another title, chosen, seen beforehand", async ({
  browser,
}) => {
  const page = await signedIn(browser, "other");
  await send(page, "data/onet-subset");
  await expect(page.getByRole("heading", { level: 1, name: "O*NET 30.1" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Occupation" }).fill("CNC Machinist");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("link", { name: "Machinists" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Machinists" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "O*NET 30.1: Machinists" })).toBeVisible();
  await expect(page.getByText("USDOL/ETA has not approved")).toBeVisible();
  await expect(page.getByText("6 of 35 chosen")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /^Operations Monitoring/ })).toBeChecked();
  await page.getByRole("checkbox", { name: /^Operation and Control/ }).uncheck();
  await page.getByLabel("Title of the draft").fill(`Machinists ${run}`);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByRole("heading", { name: "What would change" })).toBeVisible();
  await expect(page.getByText(/Against what is in force: \d+ added/)).toBeVisible();
  await page.getByText(/^What became what \(/).click();
  await expect(page.getByRole("row", { name: /Operation and Control Skill .* Left out/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole("button", { name: /^Take \d+ into the draft/ }).click();
  await page.waitForURL(/\/skills\/drafts\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1, name: `Machinists ${run}` })).toBeVisible();
  await expect(page.getByRole("row", { name: "Machinists new" })).toBeVisible();

  // Once more into the same draft: all of it is there.
  await page.goBack();
  await expect(page.getByRole("combobox", { name: "Into" })).toBeVisible();
  await page.getByRole("combobox", { name: "Into" }).selectOption({ label: `Machinists ${run}` });
  await page.getByRole("checkbox", { name: /^Operation and Control/ }).uncheck();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText(/Against the draft: nothing changed/)).toBeVisible();
});

test("a template is read, taken in part, and what is wrong with a file is said by line and column", async ({
  browser,
}) => {
  const page = await signedIn(browser, "other");
  await page.goto("/skills/exchange");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Software: code review, debugging" }).click();
  await page.getByText("Reproduces the fault in a test before changing code").click();
  await expect(page.getByText("Writes a test that fails, then mends it")).toBeVisible();
  await page.getByRole("checkbox", { name: /^Releasing/ }).uncheck();
  await page.getByLabel("Title of the draft").fill(`Engineers ${run}`);
  await page.getByRole("button", { name: /^Take \d+ into the draft/ }).click();
  await page.waitForURL(/\/skills\/drafts\//);

  const buffer = Buffer.from("role,task,impact,skill\nclerk,refund,4,listening\nclerk,refund,5,writing\n");
  await send(page, { name: "mine.csv", mimeType: "text/csv", buffer });
  const faults = page.getByRole("table", { name: /Could not be read/ });
  await expect(faults.getByRole("row", { name: /mine\.csv 3 impact 5/ })).toContainText(
    "Line 2 says 4 of the same task",
  );
});

test("the taxonomy is saved as CSV and as a CASE package, and whoever may not edit it finds no such page", async ({
  browser,
}) => {
  const page = await signedIn(browser, "ld_lead");
  await page.goto("/skills/exchange");
  for (const [format, holds] of [
    ["csv", "Names the refund rule that applies before promising an amount"],
    ["case", '"CFItems"'],
  ] as const) {
    await page.getByLabel("Format").selectOption(format);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the file" }).click();
    const text = readFileSync(await (await downloading).path(), "utf8");
    expect(text).toContain(holds);
    expect(text).toContain("USDOL/ETA");
  }
  const manager = await signedIn(browser, "manager");
  for (const address of ["/skills/exchange", "/skills/scales", "/skills/exchange/templates/sales"]) {
    await manager.goto(address);
    await expect(
      manager.getByRole("heading", { name: /not found|nothing here|does not exist/i }).first(),
    ).toBeVisible();
  }
  const refused = await manager.request.get("/api/skills/exchange/export?format=csv");
  expect(refused.status()).toBe(403);
});

test("a mapping is changed as a new version, and one that falls is refused beside the points", async ({ browser }) => {
  const page = await signedIn(browser, "other");
  await page.goto("/skills/scales");
  await expect(
    page.getByText("A percentile says where somebody stands among those who were rated").first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add a scale" }).click();
  // A toast is a dialog, too.
  const dialog = page.getByRole("dialog").filter({ has: page.getByLabel("Level") });
  await dialog.getByLabel("Name").fill(`stars ${run}`);
  await dialog.getByLabel("Level").nth(1).fill("0.5");
  await dialog.getByRole("button", { name: "Save as a new scale" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Levels go from 1 to 5");
  await dialog.getByLabel("Level").nth(1).fill("5");
  await dialog.getByRole("button", { name: "Save as a new scale" }).click();
  await expect(dialog).toBeHidden();
  const own = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: `stars ${run}` }) });
  await expect(own.getByText("version 1")).toBeVisible();
  await own.getByRole("button", { name: "Change the mapping" }).click();
  await dialog.getByLabel("Level").nth(0).fill("2");
  await dialog.getByRole("button", { name: "Save as version 2" }).click();
  await expect(own.getByText("version 2")).toBeVisible();
});
