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

test("of two people who change a target the second is told what the first made of it, keeps what they typed, and may replace it", async ({
  browser,
}) => {
  const open = async (role: "ld_lead" | "executive") => {
    const page = await signedIn(browser, role);
    await page.goto("/scorecard");
    const tile = page.locator("#reach");
    await tile.locator("summary").click();
    return tile;
  };
  const lead = await open("ld_lead");
  await lead.getByRole("button", { name: /target/ }).click();
  await lead.getByLabel("Target in %").fill("91");
  await lead.getByRole("button", { name: "Save target" }).click();
  await expect(lead.getByRole("button", { name: "Change the target of 91.0%" })).toBeVisible();

  const executive = await open("executive");
  await executive.getByRole("button", { name: "Change the target of 91.0%" }).click();
  await lead.getByRole("button", { name: "Change the target of 91.0%" }).click();
  await lead.getByLabel("Target in %").fill("93");
  await executive.getByLabel("Target in %").fill("92");
  await executive.getByRole("button", { name: "Save target" }).click();
  await expect(executive.getByRole("button", { name: "Change the target of 92.0%" })).toBeVisible();

  await lead.getByRole("button", { name: "Save target" }).click();
  await expect(lead.getByText("Edda Executive has changed this target meanwhile: 92.0%.")).toBeVisible();
  await expect(lead.getByLabel("Target in %")).toHaveValue("93");
  await lead.getByRole("button", { name: "Replace it with mine" }).click();
  await lead.getByRole("button", { name: "Change the target of 93.0%" }).click();

  await executive.getByRole("button", { name: "Change the target of 92.0%" }).click();
  await executive.getByRole("button", { name: "Remove" }).click();
  await expect(executive.getByText(/has changed this target meanwhile: 93\.0%/)).toBeVisible();
  await executive.getByRole("button", { name: "Remove" }).click();
  await expect(executive.getByRole("button", { name: "Set a target" })).toBeVisible();
  await lead.getByRole("button", { name: "Save target" }).click();
  await expect(lead.getByText(/Edda Executive has removed this target meanwhile/)).toBeVisible();
  await lead.getByRole("button", { name: "Cancel" }).click();
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
