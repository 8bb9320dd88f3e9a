import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { openPart } from "./open-part";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const run = randomUUID().slice(0, 8);

/** The part "Money" of an initiative of the demo. */
async function moneyOf(page: Page, title: RegExp) {
  await page.goto("/initiatives");
  await page.getByRole("link", { name: title }).first().click();
  await openPart(page, "Money");
  const money = page.getByRole("region", { name: "Money", exact: true });
  await expect(money).toBeVisible();
  return money;
}

/** Opens a dialog by its button, as soon as the page listens. */
async function opened(page: Page, button: Locator, name: RegExp) {
  const dialog = page.getByRole("dialog", { name });
  await expect(async () => {
    await button.click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  return dialog;
}

/** The first one that is called so: the case as it stands, above everything that is tried. */
const figure = (money: Locator, name: string) =>
  money
    .locator("dl > div")
    .filter({ has: money.page().getByText(name, { exact: true }) })
    .first()
    .locator("dd > span")
    .first();

const textOf = async (locator: Locator) => (await locator.textContent()) ?? "";

test("finance signs an assumption somebody else stated, and everybody sees that it is signed", async ({ browser }) => {
  const lead = await signedIn(browser, "ld_lead");
  const stating = await moneyOf(lead, /^Refund handling/);
  const row = /^Share of freed time/;
  const assumptions = stating.getByRole("table", { name: "Assumptions" });
  await expect(assumptions.getByRole("row", { name: row })).toContainText("Unsigned");
  await expect(stating.getByText(/assumptions? behind it (is|are) not signed/)).toBeVisible();

  const finance = await signedIn(browser, "finance");
  await finance.goto("/roi/assumptions?state=unsigned");
  const own = finance.getByRole("region", { name: "Of initiatives" }).getByRole("row", { name: row });
  const dialog = await opened(finance, own.getByRole("button", { name: /^Sign/ }), /^Sign “Share of freed time/);
  await expect(dialog).toContainText("80%");
  await dialog.getByRole("button", { name: "Decline" }).click();
  await expect(dialog.getByText("Say what would have to change").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Sign it" }).click();
  await expect(own).toHaveCount(0);

  await lead.reload();
  await expect(assumptions.getByRole("row", { name: row })).toContainText("Signed by Finn Finance");
  await expect(stating.getByText(/^All \d+ assumptions behind it are signed$/)).toBeVisible();

  const change = await opened(
    lead,
    assumptions.getByRole("row", { name: row }).getByRole("button", { name: /^Change/ }),
    /^Share of freed time/,
  );
  await change.getByLabel("Value", { exact: true }).fill("0.99");
  await change.getByRole("button", { name: "Save" }).click();
  await expect(change.getByText("The high end lies below the value").first()).toBeVisible();
  await change.getByLabel("Value", { exact: true }).fill("0.75");
  await change.getByRole("button", { name: "Save" }).click();
  await expect(assumptions.getByRole("row", { name: row })).toContainText("Changed since signed by Finn Finance");
});

test("an L&D lead enters a cost and the figures change; one in a currency without a rate is named and left out", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  const money = await moneyOf(lead, /^Set-up verification/);
  const cost = figure(money, "Cost");
  const before = await textOf(cost);
  await expect(money.getByText(/nobody entered a rate for their day/)).toContainText("Mounting of tablets in Poznan");

  const dialog = await opened(lead, money.getByRole("button", { name: "Add a cost" }), /^Add a cost$/);
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByText("Choose what kind of cost it is").first()).toBeVisible();
  await dialog.getByLabel("What for").fill(`Trainers ${run}`);
  await dialog.getByLabel("Kind").selectOption("facilitation");
  await dialog.getByLabel("Amount").fill("5000");
  await dialog.getByRole("button", { name: "Add it" }).click();
  const row = money.getByRole("row", { name: new RegExp(`^Trainers ${run}`) });
  await expect(row).toContainText("Entered here");
  await expect(cost).not.toHaveText(before);

  const removing = await opened(lead, row.getByRole("button", { name: /^Remove/ }), /^Remove/);
  await removing.getByRole("button", { name: "Remove it" }).click();
  await expect(row).toHaveCount(0);
  await expect(cost).toHaveText(before);
});

test("a slider shows another result beside the case and never changes it", async ({ browser }) => {
  const executive = await signedIn(browser, "executive");
  const money = await moneyOf(executive, /^Refund handling/);
  const benefit = figure(money, "Counted benefit");
  const before = await textOf(benefit);
  const beside = money.locator("[aria-busy]");
  await expect(async () => {
    await money.getByText("Try other values and rules").click();
    await expect(beside).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const slider = money.getByRole("slider", { name: /^Effect on/ }).first();
  await slider.focus();
  await slider.press("Home");
  await expect(money.getByRole("heading", { name: "What if" })).toBeVisible();
  await expect(money.getByText(/the case as it stands:/)).toBeVisible();
  await expect(figure(beside, "Counted benefit")).not.toHaveText(before);
  await expect(benefit).toHaveText(before);

  const dialog = await opened(
    executive,
    money.getByRole("button", { name: "Keep as a scenario" }),
    /^Keep as a scenario$/,
  );
  await dialog.getByLabel("Name").fill(`Smallest effect ${run}`);
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(money.getByText(`Smallest effect ${run}`)).toBeVisible();

  await executive.reload();
  await expect(benefit).toHaveText(before);
});
