import { expect, test } from "@playwright/test";
import { signedIn } from "./sign-in";

test("an executive opens an initiative that works and reads what may be said about it", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/initiatives");
  await page
    .getByRole("link", { name: /refund/i })
    .first()
    .click();

  await expect(page.getByRole("button", { name: /A.*Proven/ }).first()).toBeVisible();
  await expect(page.getByText(/caused/).first()).toBeVisible();
  await expect(page.getByText("lin_hc2").first()).toBeVisible();
});

test("the certification that changed nothing is not claimed to work", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/initiatives");
  await page
    .getByRole("link", { name: /certification/i })
    .first()
    .click();

  await expect(page.getByText(/No difference in .Rework rate. could be shown/).first()).toBeVisible();
  await expect(page.getByText(/caused/)).toHaveCount(0);
});
