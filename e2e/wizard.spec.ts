import { readFile } from "node:fs/promises";
import { openPart, partStrip } from "./open-part";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("a wizard run ends in an honest “you cannot see this effect”", async ({ browser }) => {
  const page = await signedIn(browser, "ld_lead");
  await page.goto("/initiatives");
  await page.getByRole("link", { name: "Design an initiative" }).click();
  await page.getByLabel("Primary KPI").selectOption("defect_rate");
  await expect(page.getByText(/teams .* only a fall of/)).toBeVisible();
  await page.getByLabel("An effect that would be worth it").fill("0.1");
  await page.getByRole("link", { name: "4 Trade" }).click();
  await expect(page.getByText("You cannot see this effect with this design.").first()).toBeVisible();
  await expect(page.getByText(/would be found \d+% of the time/)).toBeVisible();
  await expect(page).toHaveURL(/worth=0\.1/);

  await page
    .getByRole("row", { name: /Twice as many/ })
    .getByRole("button", { name: "Try it" })
    .click();
  await expect(page).toHaveURL(/size=\d+/);
  await page.reload();
  await expect(page.getByLabel("An effect worth it")).toHaveValue("0.1");
  await page.getByText("Numbers as a table").first().click();
  await expect(page.getByRole("table", { name: "How likely is each effect to be found?" })).toBeVisible();
});

test("an initiative is designed, drawn in waves, saved as a draft with its list, registered, and then changes only in the open", async ({
  browser,
}) => {
  const page = await signedIn(browser, "ld_lead");
  const title = `Fewer defects, in waves ${Date.now()}`;
  await page.goto("/initiatives/new?kpi=defect_rate&secondary=scrap_cost");
  const roles = page.getByRole("group", { name: /Roles whose work is to change/ });
  await roles.getByRole("checkbox", { name: /Machinists/ }).check();
  await page.getByLabel("The skill gap").fill("They do not check the first piece");
  const behaviours = page.getByRole("group", { name: /Three to five behaviours/ });
  for (const at of [0, 1, 2]) await behaviours.getByRole("checkbox").nth(at).check();
  await expect(page).toHaveURL(/(behaviour=.*){3}/);

  await page.getByRole("link", { name: "3 Design" }).click();
  await page.getByLabel("Who may wait?").selectOption("turn");
  await expect(page.getByText("Nobody may wait until the comparison is over").first()).toBeVisible();
  await page.getByRole("button", { name: "Choose Phased roll-out" }).click();
  await expect(page.getByText("Chosen", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "5 Draw" }).click();
  const arms = page.getByRole("table", { name: "Who goes when" });
  await expect(arms.getByRole("row")).toHaveCount(4);
  const before = await page.getByText(/^Draw 1, seed/).textContent();
  await page.getByRole("button", { name: "Draw again" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Draw again" }).click();
  await expect(page.getByText(/^Draw 2, seed/)).not.toHaveText(before ?? "");

  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText(/Give it a name/)).toBeVisible();
  await page.getByLabel("Name").fill(title);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(
    page
      .getByText(/Lots were drawn 2 times/)
      .or(page.getByText(/A draft/))
      .first(),
  ).toBeVisible();

  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the list" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/who-goes-when\.csv$/);
  const rows = (await readFile(await saved.path(), "utf8")).trim().split(/\r?\n/);
  expect(rows[0]).toContain("employee_id,arm,exposed_on,cluster,assigned,planned_on,name");
  for (const wave of ["wave-1", "wave-2", "wave-3"]) expect(rows.some((row) => row.includes(wave))).toBe(true);

  const address = new URL(page.url()).pathname;
  await page.goto(`${address}/money`);
  await expect(page.getByText(/^A draft\. Nothing is promised/)).toBeVisible();
  await expect(partStrip(page)).toHaveCount(0);
  await page.goto(address);
  await page.getByRole("button", { name: "Register the plan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Register the plan" }).click();
  await expect(page.getByText(/no verdict yet/)).toBeVisible();
  await openPart(page, "Plan and amendments");
  await expect(page.getByText(/were frozen on .* who registered the plan/)).toBeVisible();
  await page.getByRole("button", { name: "Amend the plan" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Covariates").fill("tenure_months");
  await dialog.getByLabel(/Reason/).fill("People who are new make more errors, whoever trains them.");
  await dialog.getByRole("button", { name: "Amend the plan" }).click();
  await expect(page.getByText("The plan was amended once")).toBeVisible();
  await expect(page.getByText("Covariates: none became tenure_months")).toBeVisible();

  // Nothing may be said yet, and every part says so.
  await openPart(page, "Effect");
  await expect(page.getByRole("region", { name: "What it can show" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Did it work?" })).toHaveCount(0);
  await openPart(page, "Ladder");
  await expect(page.getByText(/^Too early to tell where the chain holds/)).toBeVisible();
  await openPart(page, "People and arms");
  await expect(page.getByRole("region", { name: "Who benefits" }).getByText(/^Too early to tell until/)).toBeVisible();
  await openPart(page, "Money");
  await expect(page.getByText("Nothing is counted, so nothing is signed")).toBeVisible();
  await openPart(page, "Decisions");
  await expect(page.getByText("Nothing has been decided about it yet")).toBeVisible();
});

test("who may not plan is not shown the way, and the page does not exist for them", async ({ browser }) => {
  const page = await signedIn(browser, "hrbp");
  await page.goto("/initiatives");
  await expect(page.getByRole("link", { name: "Design an initiative" })).toHaveCount(0);
  const answer = await page.goto("/initiatives/new");
  expect(answer?.status()).toBe(404);
});

test("a plan starts from a template, with the KPI it is probably meant for, and everything can be chosen otherwise", async ({
  browser,
}) => {
  const page = await signedIn(browser, "ld_lead");
  await page.goto("/initiatives/new");
  await page.getByRole("link", { name: "Mandatory training: everybody passes, does the work change?" }).click();
  await expect(page.getByLabel("Primary KPI")).toHaveValue(/.+/);
  await expect(page.getByLabel("The skill gap")).toHaveValue(/whether certified people make fewer errors/);
  await expect(page.getByRole("heading", { name: "Start from a template" })).toBeHidden();
  await page.getByRole("link", { name: "3 Design" }).click();
  await expect(page.getByLabel("Who may wait?")).toHaveValue("turn");
});
