import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("a stranger signs in with a name the page offers and sees the company's scorecard in four categories", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: /executive/i }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();

  await expect(page).toHaveURL("/scorecard");
  for (const category of ["Adoption and reach", "Skill and behaviour", "Operational KPIs", "Talent outcomes"]) {
    await expect(page.getByRole("heading", { name: new RegExp(category) })).toBeVisible();
  }
  await expect(page.getByText(/Data as of 31 October 2026/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Activity, not effect" })).toBeVisible();
});

test("a filter is in the address, so that a view can be sent to a colleague", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /executive/i }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("Against", { exact: true }).selectOption("previous");
  await page.getByRole("button", { name: "Show" }).first().click();

  await expect(page).toHaveURL(/against=previous/);
  await page.reload();
  await expect(page.getByLabel("Against", { exact: true })).toHaveValue("previous");
});

test("the address of a view is copied whole, also of one that was opened without it", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/scorecard");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied").first()).toBeVisible();

  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied.pathname).toBe("/scorecard");
  expect(Object.fromEntries(copied.searchParams)).toMatchObject({ scope: "org", by: "unit" });
  expect(copied.searchParams.get("period")).toMatch(/^20\d\d-Q[1-4]$/);
});
