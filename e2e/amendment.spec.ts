import { openInitiative } from "./open-initiative";
import { openPart } from "./open-part";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("who moves the goalposts gives a reason, and the amendment stands with the result and lowers the grade", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await openInitiative(lead, /certification/i);
  await openPart(lead, "Plan and amendments");
  await lead.getByRole("button", { name: "Amend the plan" }).click();
  const dialog = lead.getByRole("dialog");
  await dialog.getByLabel("Follow-up to").fill("2026-08-31");
  await dialog.getByRole("button", { name: "Amend the plan" }).click();
  await expect(dialog.getByText(/Say why/)).toBeVisible();
  await expect(dialog.getByLabel("Follow-up to")).toHaveValue("2026-08-31");
  await dialog.getByLabel(/Reason/).fill("The audit in September changed what counts as a defect.");
  await dialog.getByRole("button", { name: "Amend the plan" }).click();
  await expect(lead.getByText("The plan was amended once")).toBeVisible();

  const executive = await signedIn(browser, "executive");
  await executive.goto(lead.url());
  const amended = executive.getByRole("region", { name: "Plan and amendments" });
  await expect(amended.getByText("The audit in September changed what counts as a defect.").first()).toBeVisible();
  await expect(executive.getByText("The plan as it was first registered")).toBeVisible();
  await expect(executive.getByRole("button", { name: "Amend the plan" })).toHaveCount(0);
});

test("who looks otherwise makes a copy beside the registered result, which stays what it was", async ({ browser }) => {
  const partner = await signedIn(browser, "hrbp");
  await openInitiative(partner, /refund/i);
  const sentence =
    (await partner
      .getByRole("main")
      .getByText(/^The programme caused/)
      .first()
      .textContent()) ?? "";
  const registered = partner.url();
  await openPart(partner, "Plan and amendments");
  await partner.getByRole("button", { name: "Explore otherwise" }).click();
  const dialog = partner.getByRole("dialog");
  await dialog.getByLabel("The programme makes it").selectOption("not_worse");
  await dialog.getByLabel("Primary KPI").selectOption({ label: "Handling time" });
  await dialog.getByLabel(/Reason/).fill("Does the checklist cost time at the counter?");
  await dialog.getByRole("button", { name: "Explore otherwise" }).click();
  await expect(dialog.getByText(/how much worse would not count/i)).toBeVisible();
  await dialog.getByLabel("By more than").fill("0.5");
  await dialog.getByRole("button", { name: "Explore otherwise" }).click();
  await expect(partner.getByText("An exploration, written after the fact.")).toBeVisible();
  await expect(partner.getByText("Does the checklist cost time at the counter?").first()).toBeVisible();

  await partner.getByRole("link", { name: "The registered result" }).click();
  await expect(partner).toHaveURL(registered);
  await expect(partner.getByText(sentence).first()).toBeVisible();
  await openPart(partner, "Plan and amendments");
  await expect(partner.getByRole("link", { name: /exploration 1/ })).toBeVisible();
});
