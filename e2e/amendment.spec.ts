import { expect, test } from "@playwright/test";
import { signedIn } from "./sign-in";

test("who moves the goalposts gives a reason, and the amendment stands with the result and lowers the grade", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/initiatives");
  await lead
    .getByRole("link", { name: /certification/i })
    .first()
    .click();
  await lead.getByRole("button", { name: "Amend the plan" }).click();
  const dialog = lead.getByRole("dialog");
  await dialog.getByLabel("Follow-up to").fill("2026-08-31");
  await dialog.getByRole("button", { name: "Amend the plan" }).click();
  await expect(dialog.getByText(/Say why/)).toBeVisible();
  await expect(dialog.getByLabel("Follow-up to")).toHaveValue("2026-08-31");
  await dialog.getByLabel(/Reason/).fill("The audit in September changed what counts as a defect.");
  await dialog.getByRole("button", { name: "Amend the plan" }).click();
  await expect(lead.getByText("The plan was amended once")).toBeVisible({ timeout: 30_000 });

  const executive = await signedIn(browser, "executive");
  await executive.goto(lead.url());
  await expect(executive.getByText("The audit in September changed what counts as a defect.").first()).toBeVisible();
  await expect(executive.getByRole("button", { name: "Amend the plan" })).toHaveCount(0);
});
