import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("a report is shared, opened signed out, taken back and gone; the log says so", async ({ browser }) => {
  const page = await signedIn(browser, "ld_lead");
  await page.goto("/initiatives");
  await page
    .getByRole("row", { name: /grade [A-C]/i })
    .getByRole("link")
    .first()
    .click();
  await page.waitForURL(/\/initiatives\/[0-9a-f-]{36}/);
  // Before the dialog is open: beneath it nothing can be reached.
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: "Share by link" }).click();
  const dialog = page.getByRole("dialog", { name: "Share by link" });
  await dialog.getByLabel(/^What it is for/).fill("For the works council");
  await dialog.getByLabel(/^Days it can be opened/).fill("91");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  await expect(dialog.getByText("90 days at most")).toBeVisible();
  await dialog.getByLabel(/^Days it can be opened/).fill("14");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const address = await dialog.getByLabel("The link", { exact: true }).inputValue();

  const stranger = await (await browser.newContext()).newPage();
  const response = await stranger.goto(address);
  expect(response?.status()).toBe(200);
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  expect(response?.headers()["x-robots-tag"]).toContain("noindex");
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText(title ?? "");
  await expect(stranger.getByText(/This page can be opened until/)).toBeVisible();
  const assumptions = stranger.getByRole("region", { name: "Assumptions", exact: true });
  await expect(assumptions.getByRole("columnheader", { name: "Source" })).toBeVisible();
  await expect(assumptions.getByRole("columnheader", { name: "Owner" })).toHaveCount(0);
  await expect(stranger.getByRole("navigation")).toHaveCount(0);
  await expect(stranger.getByRole("link")).toHaveCount(0);

  await page.goto("/me/links");
  const row = page.getByRole("row", { name: /For the works council/ }).first();
  await expect(row).toContainText("Can be opened");
  await row.getByRole("button", { name: /^Take back/ }).click();
  await page.getByRole("dialog", { name: "Take the link back" }).getByRole("button", { name: "Take it back" }).click();
  await expect(row).toContainText("Taken back");

  expect((await stranger.goto(address))?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();

  const auditor = await signedIn(browser, "auditor");
  await auditor.goto("/admin");
  await expect(auditor.getByRole("row", { name: /Shared a report by a link/ }).first()).toBeVisible();
  await expect(auditor.getByRole("row", { name: /Opened a shared link/ }).first()).toBeVisible();
});
