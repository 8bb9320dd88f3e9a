import type { Browser } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

/** The lead's scorecard with the dialog that sets a guardrail on a figure. */
async function settingGuardrail(browser: Browser, figure: string, guards: string) {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/scorecard");
  const strip = lead.getByRole("region", { name: "Guardrails" });
  await strip.getByRole("button", { name: "Set a guardrail" }).click();
  const dialog = lead.getByRole("dialog", { name: "Set a guardrail" });
  await dialog.getByLabel("Figure").selectOption({ label: figure });
  await dialog.getByLabel("What it guards").fill(guards);
  const save = async (bound: string) => {
    await dialog.getByLabel("Bound in %").fill(bound);
    await dialog.getByRole("button", { name: "Save guardrail" }).click();
  };
  return { lead, strip, dialog, save };
}

test("a guardrail that is crossed is said in the strip and on its tile, for everybody, until it is removed", async ({
  browser,
}) => {
  const { lead, strip, dialog, save } = await settingGuardrail(browser, "Error rate", "Speed must not cost care");
  await save("150");
  await expect(dialog.getByText("Between 0 and 100%", { exact: true })).toBeVisible();
  await expect(dialog.getByLabel("What it guards")).toHaveValue("Speed must not cost care");
  await save("0.1");

  const own = strip.getByRole("listitem").filter({ hasText: "Error rate" });
  await expect(own.getByText("Crossed", { exact: true })).toBeVisible();
  await expect(own.getByText("no more than 0.1%")).toBeVisible();
  await expect(lead.locator("#error_rate").getByText("Crosses its guardrail: no more than 0.1%")).toBeVisible();

  const finance = await signedIn(browser, "finance");
  await finance.goto("/scorecard");
  const seen = finance.getByRole("region", { name: "Guardrails" });
  await expect(seen.getByText(/of \d+ (is|are) crossed/)).toBeVisible();
  await expect(seen.getByText("Speed must not cost care")).toBeVisible();
  await expect(seen.getByRole("button")).toHaveCount(0);

  await own.getByRole("button", { name: "Change the guardrail of Error rate" }).click();
  await lead.getByRole("dialog", { name: "Guardrail of Error rate" }).getByRole("button", { name: "Remove" }).click();
  await expect(lead.locator("#error_rate").getByText(/Crosses its guardrail/)).toHaveCount(0);
});

test("of two people who change a guardrail the second is told what the first made of it, keeps what they typed, and may replace it", async ({
  browser,
}) => {
  const { lead, strip, save } = await settingGuardrail(browser, "Rework rate", "Faster must not mean twice");
  await save("0.2");
  await expect(strip.getByText("no more than 0.2%")).toBeVisible();

  const executive = await signedIn(browser, "executive");
  await executive.goto("/scorecard");
  const open = "Change the guardrail of Rework rate";
  await executive.getByRole("button", { name: open }).click();
  const first = executive.getByRole("dialog", { name: "Guardrail of Rework rate" });
  await lead.getByRole("button", { name: open }).click();
  const second = lead.getByRole("dialog", { name: "Guardrail of Rework rate" });
  await second.getByLabel("Bound in %").fill("0.4");
  await first.getByLabel("Bound in %").fill("0.3");
  await first.getByRole("button", { name: "Save guardrail" }).click();
  await expect(executive.getByText("no more than 0.3%").first()).toBeVisible();

  await second.getByRole("button", { name: "Save guardrail" }).click();
  await expect(
    second.getByText(/Edda Executive has changed this guardrail meanwhile: no more than 0\.3%/),
  ).toBeVisible();
  await expect(second.getByLabel("Bound in %")).toHaveValue("0.4");
  await second.getByRole("button", { name: "Replace it with mine" }).click();
  await expect(strip.getByText("no more than 0.4%")).toBeVisible();
  await lead.getByRole("button", { name: open }).click();
  await second.getByRole("button", { name: "Remove" }).click();
  await expect(strip.getByText("no more than 0.4%")).toHaveCount(0);
});

test("a remark stands in the list and, numbered, beneath the course of its figure", async ({ browser }) => {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/scorecard");
  const tile = lead.locator("#first_time_right");
  await tile.locator("summary").first().click();
  await tile.getByRole("button", { name: "Write a remark" }).click();
  const dialog = lead.getByRole("dialog", { name: "Write a remark" });
  await expect(dialog.getByLabel("About")).toHaveValue("first_time_right");
  await dialog.getByLabel("Remark").fill("The checklist was printed on every bench");
  await dialog.getByRole("button", { name: "Save remark" }).click();
  await expect(dialog.getByText("Write a date such as 2026-03-31")).toBeVisible();
  await dialog.getByLabel("Day").fill("2026-05-11");
  await dialog.getByRole("button", { name: "Save remark" }).click();
  await expect(
    tile.getByRole("list", { name: "Remarks" }).getByText(/Q2 2026: The checklist was printed on every bench/),
  ).toBeVisible();

  const list = lead.getByRole("region", { name: "Remarks" });
  const own = list.getByRole("listitem").filter({ hasText: "The checklist was printed" });
  await expect(own).toContainText("Right first time, everybody");
  const executive = await signedIn(browser, "executive");
  await executive.goto("/scorecard");
  const theirs = executive.getByRole("region", { name: "Remarks" }).getByRole("listitem");
  await theirs
    .filter({ hasText: "The checklist was printed" })
    .getByRole("button", { name: /Change/ })
    .click();
  const changing = executive.getByRole("dialog", { name: "Change the remark" });
  await changing.getByLabel("Remark").fill("The checklist hung over every bench");
  await changing.getByRole("button", { name: "Save remark" }).click();
  await expect(theirs.filter({ hasText: "The checklist hung" })).toBeVisible();

  // Who had it open before is told, and what they typed stays.
  await own.getByRole("button", { name: /Change/ }).click();
  const late = lead.getByRole("dialog", { name: "Change the remark" });
  await late.getByLabel("Remark").fill("The checklist was laminated");
  await late.getByRole("button", { name: "Save remark" }).click();
  await expect(late.getByText(/Somebody else has changed this remark/)).toBeVisible();
  await expect(late.getByLabel("Remark")).toHaveValue("The checklist was laminated");

  await theirs
    .filter({ hasText: "The checklist hung" })
    .getByRole("button", { name: /Change/ })
    .click();
  await executive.getByRole("dialog", { name: "Change the remark" }).getByRole("button", { name: "Remove" }).click();
  await expect(theirs.filter({ hasText: "The checklist hung" })).toHaveCount(0);
});

test("a view that is saved and shared is opened by another role, who sees in it what they may see", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/scorecard?by=site&show=first_time_right&order=moved");
  await lead.getByRole("button", { name: "Views" }).click();
  const dialog = lead.getByRole("dialog", { name: "Saved views" });
  const name = `Sites that moved ${Date.now()}`;
  await dialog.getByLabel("Name of the view").fill(name);
  await dialog.getByLabel("Share it").check();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(dialog.getByRole("link", { name })).toBeVisible();

  const partner = await signedIn(browser, "hrbp");
  await partner.goto("/scorecard");
  await partner.getByRole("button", { name: "Views" }).click();
  await partner.getByRole("dialog", { name: "Saved views" }).getByRole("link", { name }).click();
  await partner.waitForURL(/by=site&show=first_time_right&order=moved/);
  await expect(partner.getByRole("heading", { level: 1 })).toContainText("Your units");
  await expect(partner.getByText(/Right first time, .* changed most surely/)).toBeVisible();

  await dialog.getByRole("button", { name: `Remove ${name}` }).click();
  await expect(dialog.getByRole("link", { name })).toHaveCount(0);
});

test("groups are ranked only as far as they can be told apart, and what was opened is counted", async ({ browser }) => {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/scorecard?by=unit&show=error_rate#groups");
  const movers = lead.getByRole("region", { name: "Which of them moved" });
  await expect(movers.getByText(/(None|\d+) of \d+ groups changed since .* by more than noise explains/)).toBeVisible();
  await expect(movers.getByRole("table")).toContainText(/cannot be told apart|rank \d/);
  await lead.goto("/admin/usage?role=manager");
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Is any of this looked at?");
  await expect(lead.getByRole("row").filter({ hasText: "Team" }).first()).toContainText(/\d/);
  await expect(lead.getByText("Not opened in 30 days").first()).toBeVisible();
  await lead.goto("/me/record");
  await expect(lead.getByRole("region", { name: "Which pages you opened" })).toContainText("Scorecard");
});
