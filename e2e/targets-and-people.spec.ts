import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("a target is set where the figure stands, refused where it cannot be, and everybody sees it", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/scorecard");
  const tile = lead.locator("#applied");
  await tile.locator("summary").click();
  await tile.getByRole("button", { name: "Set a target" }).click();
  await tile.getByLabel("Target in %").fill("180");
  await tile.getByRole("button", { name: "Save target" }).click();
  await expect(tile.getByText("Between 0 and 100%")).toBeVisible();
  await expect(tile.getByLabel("Target in %")).toHaveValue("180");
  await tile.getByLabel("Target in %").fill("62,5");
  await tile.getByRole("button", { name: "Save target" }).click();
  await expect(tile.getByText(/target 62\.5% (not )?reached/)).toBeVisible();

  const finance = await signedIn(browser, "finance");
  await finance.goto("/scorecard");
  await expect(finance.locator("#applied").getByText(/target 62\.5%/)).toBeVisible();
  await finance.locator("#applied summary").click();
  await expect(finance.locator("#applied").getByText("People are not listed to your role.")).toBeVisible();
  await expect(finance.getByRole("button", { name: /target/ })).toHaveCount(0);
});

test("a manager sees the people behind a figure, and nobody else does", async ({ browser }) => {
  const manager = await signedIn(browser, "manager");
  await manager.goto("/scorecard");
  const tile = manager.locator("#reach_in_flow");
  await tile.locator("summary").click();
  await tile.getByRole("link", { name: "People behind this figure" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toContainText("the people behind it");
  await expect(manager.getByRole("row")).not.toHaveCount(1);

  const partner = await signedIn(browser, "hrbp");
  const answer = await partner.goto(new URL(manager.url()).pathname + new URL(manager.url()).search);
  expect(answer?.status()).toBe(404);
});
