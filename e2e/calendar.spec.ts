import type { Page } from "@playwright/test";
import { openInitiative } from "./open-initiative";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const check = (page: Page) =>
  page.getByRole("region", { name: "Checks" }).getByRole("listitem").filter({ hasText: "Nothing else happened" });

async function openCertification(page: Page) {
  await openInitiative(page, /certification/i);
  await expect(check(page)).toBeVisible();
}

test("an HR partner notes a reorganisation where only the comparison works, and the initiative's check turns", async ({
  browser,
}) => {
  // A changed calendar is other data: initiatives are evaluated anew.
  const partner = await signedIn(browser, "hrbp");
  await openCertification(partner);
  const certification = partner.url();
  await expect(check(partner)).toContainText("Passed");

  await partner.getByRole("link", { name: "The whole calendar" }).click();
  await expect(partner.getByRole("heading", { level: 1, name: "What else happened" })).toBeVisible();
  await partner.getByRole("button", { name: "Add event" }).click();
  // The notice that follows is a dialog too.
  const form = partner.getByRole("dialog").filter({ has: partner.getByLabel(/What happened/) });
  await form.getByLabel(/What happened/).fill("Production in Poznan under one roof");
  await form.getByLabel(/From/).fill("2026-02-16");
  await form.getByLabel(/^To/).fill("2026-02-01");
  await form.getByRole("button", { name: "Add the event" }).click();
  await expect(form.getByText("It ends before it begins")).toBeVisible();
  await form.getByLabel(/^To/).fill("");
  await form.getByRole("button", { name: "Add the event" }).click();
  await expect(form.getByText(/Choose one of your units/)).toBeVisible();
  await expect(form.getByLabel(/What happened/)).toHaveValue("Production in Poznan under one roof");
  await form.getByLabel(/Unit/).selectOption({ label: "Meridian Works / Operations" });
  await form.getByLabel("Site").selectOption({ label: "Poznan" });
  await form.getByRole("button", { name: "Add the event" }).click();
  await expect(form).toBeHidden();
  const row = partner.getByRole("row", { name: /Production in Poznan under one roof/ });
  await expect(row).toContainText("Meridian Works / Operations");

  await partner.goto(certification);
  await expect(check(partner)).toContainText("Failed");
  await expect(check(partner)).toContainText(
    /reached 0\.\d% of the treated and (99\.\d|100\.0)% of the control people/,
  );
  await expect(partner.getByRole("row", { name: /Production in Poznan.*May explain the result/ })).toBeVisible();
  const moved = partner.locator("div").filter({ has: partner.getByRole("heading", { name: /^What moved since/ }) });
  await expect(moved.last()).toContainText("Nothing else happened");

  const executive = await signedIn(browser, "executive");
  await executive.goto("/calendar");
  await expect(executive.getByRole("row", { name: /Production in Poznan/ })).toBeVisible();
  await expect(executive.getByRole("button", { name: /Change|Remove|Add event/ })).toHaveCount(0);
});
