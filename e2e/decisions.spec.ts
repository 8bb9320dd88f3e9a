import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { openDialog } from "./open-dialog";
import { openInitiative } from "./open-initiative";
import { openPart } from "./open-part";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const run = randomUUID().slice(0, 8);
const title = `Offer the checklist to partners ${run}`;
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a decision recorded on an initiative stands in the log with the evidence of its day, is reviewed and withdrawn", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await openInitiative(lead, /^Refund handling/);
  await openPart(lead, "Decisions");
  const section = lead.getByRole("region", { name: "Decisions" });
  await expect(section).toBeVisible();
  const recording = lead.getByRole("dialog", { name: "Record a decision" });
  await openDialog(section.getByRole("button", { name: "Record a decision" }), recording);
  await recording.getByLabel("What was decided").selectOption("scale");
  await recording.getByRole("button", { name: "Record it" }).click();
  await expect(recording.getByText("Say what was decided, in a line")).toBeVisible();
  await recording.getByLabel("In a line").fill(title);
  await recording.getByLabel("Why").fill("It moved what it was meant to move, and costs little.");
  await recording.getByLabel("Who decided").fill("Operations board");
  await recording.getByLabel("Look again on").fill(day(60));
  await recording.getByRole("button", { name: "Record it" }).click();
  await expect(section.getByRole("link", { name: title })).toBeVisible();

  await lead.goto("/decisions");
  const row = lead.getByRole("region", { name: "Every decision" }).getByRole("row", { name: new RegExp(title) });
  await expect(row).toContainText("Grade");
  await expect(row).toContainText("Operations board");
  await expect(
    lead
      .getByRole("region", { name: "Reviews due" })
      .getByText(/Review overdue since/)
      .first(),
  ).toBeVisible();
  const every = lead.getByRole("region", { name: "Every decision" });
  await every.getByLabel("Find in the log").fill(title);
  await every.getByLabel("Order").selectOption("title");
  await every.getByRole("button", { name: "Filter" }).click();
  await expect(lead).toHaveURL(/find=.*order=title/);
  await expect(every.getByText("1 decision", { exact: true })).toBeVisible();
  const [file] = await Promise.all([
    lead.waitForEvent("download"),
    every.getByRole("link", { name: "Save all of it as CSV" }).click(),
  ]);
  const saved = await readFile(await file.path(), "utf8");
  expect(saved).toContain("Decision,Kind,About,Evidence then");
  expect(saved).toContain(title);
  await row.getByRole("link", { name: title }).click();
  await expect(lead.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const then = lead.getByRole("region", { name: "Evidence when it was recorded" });
  await expect(then).toContainText("What could be said");
  await expect(then).toContainText("points");

  const reviewing = lead.getByRole("dialog", { name: "Review the decision" });
  await lead.getByRole("button", { name: `Review ${title}` }).click();
  await reviewing.getByLabel("How it turned out").selectOption("better");
  await reviewing.getByLabel("What happened after").fill("Two partners use it by now.");
  await reviewing.getByRole("button", { name: "Keep the review" }).click();
  const after = lead.getByRole("region", { name: "What happened after" });
  await expect(after).toContainText("better than expected");
  await expect(after).toContainText("Evidence of that day");

  const hrbp = await signedIn(browser, "hrbp");
  await hrbp.goto("/decisions");
  await expect(hrbp.getByRole("link", { name: title }).first()).toBeVisible();
  await expect(hrbp.getByRole("button", { name: "Record a decision" })).toHaveCount(0);
  const manager = await signedIn(browser, "manager");
  await manager.goto("/decisions");
  await expect(manager.getByText("does not exist, or your role does not include it")).toBeVisible();

  await lead.getByRole("button", { name: "Withdraw", exact: true }).click();
  await lead
    .getByRole("dialog", { name: "Withdraw the decision" })
    .getByRole("button", { name: "Withdraw it" })
    .click();
  await expect(lead.getByText(/^Withdrawn on/)).toBeVisible();
  await lead.goto("/decisions");
  await expect(lead.getByRole("region", { name: "Every decision" }).locator("del", { hasText: title })).toBeVisible();
});
