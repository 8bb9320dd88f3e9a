import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { openDialog } from "./open-dialog";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

/** The server takes the next thing that is sent, and its answer is lost. */
async function loseNextAnswer(page: Page): Promise<void> {
  let isLost = false;
  await page.route("**/*", async (route) => {
    if (isLost || !route.request().headers()["next-action"]) return route.fallback();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
}

test("what is sent again because its answer was lost stands in the list once", async ({ browser }) => {
  const title = `Go on with the pilot ${randomUUID().slice(0, 8)}`;
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/decisions");
  const recording = lead.getByRole("dialog", { name: "Record a decision" });
  const open = lead.getByRole("button", { name: "Record a decision" });
  await openDialog(open, recording);
  await recording.getByLabel("In a line").fill(title);
  await recording.getByLabel("Why").fill("What was seen so far speaks for it.");
  await loseNextAnswer(lead);
  await recording.getByRole("button", { name: "Record it" }).click();
  await expect(recording.getByRole("alert")).toContainText("What you typed is still here. Send it again");

  // Also when the dialog was closed to look.
  await lead.keyboard.press("Escape");
  await expect(recording).toHaveCount(0);
  await openDialog(open, recording);
  await expect(recording.getByLabel("In a line")).toHaveValue(title);
  await recording.getByRole("button", { name: "Record it" }).click();
  await expect(recording).toHaveCount(0);
  const rows = lead.getByRole("region", { name: "Every decision" }).getByRole("row", { name: new RegExp(title) });
  await expect(rows).toHaveCount(1);

  // A new dialog records a new one, whatever it says.
  await openDialog(open, recording);
  await recording.getByLabel("In a line").fill(title);
  await recording.getByLabel("Why").fill("What was seen so far speaks for it.");
  await recording.getByRole("button", { name: "Record it" }).click();
  await expect(rows).toHaveCount(2);
});

test("what was kept is not lost sight of when it is sent again changed", async ({ browser }) => {
  const title = `Wait for the autumn ${randomUUID().slice(0, 8)}`;
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/decisions");
  const recording = lead.getByRole("dialog", { name: "Record a decision" });
  await openDialog(lead.getByRole("button", { name: "Record a decision" }), recording);
  await recording.getByLabel("In a line").fill(title);
  await recording.getByLabel("Why").fill("Nobody has time before the season ends.");
  await loseNextAnswer(lead);
  await recording.getByRole("button", { name: "Record it" }).click();
  await expect(recording.getByRole("alert")).toContainText("Send it again");
  await recording.getByLabel("Why").fill("Nobody has time before the season ends, and nothing is lost.");
  await recording.getByRole("button", { name: "Record it" }).click();
  await expect(recording.getByRole("alert")).toContainText("This was kept already, as you first sent it.");
  await expect(recording.getByLabel("In a line")).toHaveValue(title);
  await lead.reload();
  const rows = lead.getByRole("region", { name: "Every decision" }).getByRole("row", { name: new RegExp(title) });
  await expect(rows).toHaveCount(1);
});
