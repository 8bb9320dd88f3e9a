import type { Browser, Page } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const password = "a long enough word";

/** A manager of the demo organisation with a user made for this test. */
async function newManager(browser: Browser, admin: Page, email: string): Promise<Page> {
  await admin.goto("/admin");
  await admin.getByRole("button", { name: "Add user" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: false }).first().fill("Calibrating manager");
  await dialog.getByLabel("E-mail address").fill(email);
  await dialog.getByLabel("First password").fill(password);
  await dialog.getByRole("checkbox", { name: /^Manager/ }).check();
  await dialog.getByRole("button", { name: "Add user" }).click();
  await expect(dialog).toHaveCount(0);
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((address) => address.pathname !== "/sign-in" && address.pathname !== "/");
  return page;
}

async function rate(page: Page, path: string, levels: readonly string[]) {
  await page.goto(path);
  const groups = page.getByRole("region", { name: "Your levels" }).getByRole("group");
  await expect(groups).toHaveCount(levels.length);
  for (const [at, level] of levels.entries()) await groups.nth(at).getByRole("radio", { name: level }).check();
  await page.getByRole("button", { name: "Give my levels" }).click();
  await expect(page.getByRole("region", { name: "How you rated it" })).toBeVisible();
}

test("an L&D lead reads in words how far ratings can be trusted; a partner sees no rater by name, a manager nothing of it", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/skills/trust");
  await expect(lead.getByTestId("trust-answer")).toContainText(/^Raters agree/);
  await expect(lead.getByRole("table", { name: "Raters, most to look at first" })).toBeVisible();
  await lead.getByRole("link", { name: "6 months" }).click();
  await lead.waitForURL(/months=6/);
  await expect(lead.getByTestId("trust-answer")).toContainText(/^Raters agree/);

  const partner = await signedIn(browser, "hrbp");
  await partner.goto("/skills/trust");
  await expect(partner.getByTestId("trust-answer")).toBeVisible();
  await expect(partner.getByText("Raters are named to administrators and L&D leads only")).toBeVisible();
  await expect(partner.getByRole("table", { name: "Raters, most to look at first" })).toHaveCount(0);

  const manager = await signedIn(browser, "manager");
  expect((await manager.goto("/skills/trust"))?.status()).toBe(404);
});

test("a calibration is set, rated by several, and its result shows in groups; a rater sees only their own", async ({
  browser,
}) => {
  const mark = Date.now();
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/skills/calibrations/new");
  await lead.getByRole("button", { name: "Set the calibration" }).click();
  await expect(lead.getByText("Give it a title")).toBeVisible();
  await lead.getByLabel("Title").fill(`A first piece ${mark}`);
  await lead
    .getByLabel("The work")
    .fill("The setter measures the first piece, writes it down, and goes on although one dimension is at its limit.");
  for (const words of ["gauge that resolves", "first piece against"]) {
    await lead.getByLabel("Find a behaviour").fill(words);
    await lead
      .getByRole("button", { name: new RegExp(words) })
      .first()
      .click();
  }
  await lead.getByLabel("Level experts agreed on").first().selectOption("3");
  await lead.getByRole("button", { name: "Set the calibration" }).click();
  await expect(lead.getByRole("heading", { level: 1, name: `A first piece ${mark}` })).toBeVisible();
  const path = new URL(lead.url()).pathname;

  const manager = await signedIn(browser, "manager");
  const admin = await signedIn(browser, "admin");
  const others = [];
  for (const index of [1, 2, 3])
    others.push(await newManager(browser, admin, `calibrating-${index}-${mark}@demo.throughline.example`));
  await rate(lead, path, ["3 Alone", "3 Alone"]);
  await rate(manager, path, ["4 Alone in hard cases", "2 With help"]);
  for (const page of others) await rate(page, path, ["4 Alone in hard cases", "3 Alone"]);

  const own = manager.getByRole("region", { name: "How you rated it" });
  await expect(own).toContainText("1.0 levels above the experts");
  await manager.goto(path);
  await expect(manager.getByText("5 people have rated it")).toBeVisible();
  await expect(manager.getByRole("region", { name: "What came of it" })).toHaveCount(0);

  await lead.goto(path);
  await lead.getByRole("button", { name: "Close it now" }).click();
  await lead.getByRole("dialog").getByRole("button", { name: "Close it" }).click();
  await expect(lead.getByRole("region", { name: "What came of it" })).toContainText("shown from 5 others on");

  const partner = await signedIn(browser, "hrbp");
  await partner.goto(path);
  const result = partner.getByRole("region", { name: "What came of it" });
  await expect(result).toContainText(/AC2/);
  await expect(result.getByRole("table", { name: "Levels given, by behaviour" })).toContainText("3.80");
  await expect(partner.getByRole("region", { name: "How you rated it" })).toHaveCount(0);

  const employee = await signedIn(browser, "employee");
  expect((await employee.goto(path))?.status()).toBe(404);
});
