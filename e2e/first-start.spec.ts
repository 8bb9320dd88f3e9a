import { randomUUID } from "node:crypto";
import { openDialog } from "./open-dialog";
import { signedIn, signedInAs } from "./sign-in";
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

  // Beside each count of learning stands what it should have moved, a click from the figure itself.
  const pairs = page.getByRole("table", { name: /^Counts of learning, the result they are meant for/ });
  const scores = pairs.getByRole("row", { name: /^Quiz score/ });
  await expect(scores.getByRole("link", { name: "Win rate" })).toBeVisible();
  await expect(pairs.getByRole("row", { name: /^Learning hours/ })).toContainText("Nothing measures it yet");
  await scores.getByRole("link", { name: "Revenue per representative" }).click();
  await expect(page).toHaveURL(/#kpi-/);
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

test("where nothing is on file a page says which files it takes, and leads to where they are brought in", async ({
  browser,
}) => {
  const page = await signedIn(browser, "other");
  await page.goto("/scorecard");
  const adoption = page.getByRole("region", { name: /Adoption and reach/ });
  await expect(adoption).toContainText("These figures take learning_events.csv and activities.csv.");
  await expect(adoption.getByRole("link", { name: "Open data" })).toBeVisible();

  await page.goto("/work/help");
  await expect(page.getByText("No requests for help are on file")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Open data" }).click();
  await expect(page).toHaveURL("/data");
});

test("whoever may not bring files is told whom to ask, and is led nowhere they may not go", async ({ browser }) => {
  const admin = await signedIn(browser, "other");
  const manager = { email: `manager-${randomUUID()}@supported-work.example`, password: "look around freely" };
  await admin.goto("/admin");
  const dialog = admin.getByRole("dialog", { name: "Add a user" });
  await openDialog(admin.getByRole("button", { name: "Add user" }), dialog);
  await dialog.getByLabel(/^Name/).fill("Mia Manager");
  await dialog.getByLabel("E-mail address").fill(manager.email);
  await dialog.getByLabel("First password").fill(manager.password);
  await dialog.getByRole("checkbox", { name: /^Manager/ }).check();
  await dialog.getByRole("button", { name: "Add user" }).click();
  await expect(dialog).toBeHidden();

  const page = await signedInAs(browser, manager);
  await page.goto("/work/help");
  await expect(page.getByText("ask an administrator or the L&D lead")).toBeVisible();
  for (const path of ["/scorecard", "/skills/capability", "/skills/able", "/skills/certified", "/skills/maturity"]) {
    await page.goto(path);
    await expect(page.getByText("Your role is tied to nobody yet"), path).toBeVisible();
  }
  await page.goto("/skills/evidence/sources");
  await expect(page.getByText("Work systems, learning platforms, people who look.")).toBeVisible();
  for (const href of ["/data", "/initiatives"]) {
    await expect(page.getByRole("main").locator(`a[href="${href}"]`), href).toHaveCount(0);
  }
});
