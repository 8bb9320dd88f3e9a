import { choosePerson, foundBy } from "./choose-person";
import { openDialog } from "./open-dialog";
import { openInitiative } from "./open-initiative";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("what is measured again comes by itself, stands among the reviews that are due, and is settled in one click", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await openInitiative(lead, /certification/i);
  await lead.getByRole("link", { name: "Ninety days" }).click();
  const again = lead.getByRole("region", { name: "Measured again" });
  await expect(again.getByRole("listitem")).toHaveCount(2);
  const first = again.getByRole("listitem").filter({ hasText: "Measure again after 6 months" });
  await expect(first).toContainText("overdue since");
  const path = new URL(lead.url()).pathname;
  await lead.goto("/decisions");
  const due = lead
    .getByRole("region", { name: "Reviews due" })
    .getByRole("row", { name: /^Measure again after 6 months .*certif/i });
  await expect(due).toHaveCount(1);

  await lead.goto(path);
  await first.getByRole("button", { name: /^Done:/ }).click();
  await expect(again.getByRole("checkbox", { name: "Done: Measure again after 6 months" })).toBeChecked();
  await lead.goto("/decisions");
  await expect(lead.getByRole("region", { name: "Every decision" })).toBeVisible();
  await expect(due).toHaveCount(0);
});

test("the four questions are answered from data, steps are ticked, and a review is held with its minutes", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await openInitiative(lead, /^Refund handling/);
  await lead.getByRole("link", { name: "Ninety days" }).click();
  await expect(lead.getByRole("heading", { level: 1, name: "Ninety days" })).toBeVisible();
  const last = lead.getByRole("region", { name: "Days 61 to 90: what came of it" });
  for (const question of [
    "Did time to proficiency improve?",
    "Are escalations lower?",
    "Are managers spending less time answering repeated questions?",
    "Are learners more confident and more consistent?",
  ]) {
    const answered = last
      .getByRole("listitem")
      .filter({ has: lead.getByRole("heading", { level: 4, name: question }) });
    await expect(answered).toContainText(/before, .* since\.|Cannot tell, because:|Withheld:/);
  }
  await expect(last).toContainText("learners against");

  const step = lead.getByRole("checkbox", { name: "Done: The four questions have been answered from data" });
  const wasDone = await step.isChecked();
  await step.setChecked(!wasDone);
  await expect(lead.getByText("Kept", { exact: true }).first()).toBeVisible();
  await lead.reload();
  await expect(step).toBeChecked({ checked: !wasDone });

  const reviews = lead.getByRole("region", { name: "Reviews" });
  await expect(reviews.getByText(/^(Overdue since|Due on)/).first()).toBeVisible();
  const late = await reviews.getByText(/^Overdue since/).count();
  const opening = reviews.getByRole("button", { name: /^Hold it: Learner feedback review/ }).first();
  const holding = lead.getByRole("dialog", { name: "Learner feedback review" });
  await openDialog(opening, holding);
  await expect(holding).toContainText(/answer/i);
  await holding.getByRole("button", { name: "Keep the minutes" }).click();
  await expect(holding.getByText("Say what was found and agreed")).toBeVisible();
  await holding.getByLabel("Who was there").fill("L&D, two representatives");
  await holding.getByLabel("Minutes").fill("The third card is cut to one page.");
  await holding.getByLabel("Decided").selectOption("refine");
  await holding.getByRole("button", { name: "Keep the minutes" }).click();
  await expect(reviews.getByText(/^Overdue since/)).toHaveCount(Math.max(0, late - 1));
  const minutes = reviews.getByRole("group").filter({ hasText: "The third card is cut to one page." }).first();
  await minutes.getByText(/Learner feedback review, refine$/).click();
  await expect(minutes.getByText("The third card is cut to one page.")).toBeVisible();

  const executive = await signedIn(browser, "executive");
  await executive.goto(lead.url());
  await expect(executive.getByRole("heading", { level: 3, name: "Four questions, answered from data" })).toBeVisible();
  await expect(executive.getByRole("button", { name: /^Hold/ })).toHaveCount(0);
});

test("who leads a programme is searched for, and people of one name are told apart", async ({ browser }) => {
  const lead = await signedIn(browser, "ld_lead");
  await openInitiative(lead, /^Refund handling/);
  await lead.getByRole("link", { name: "Ninety days" }).click();
  const dialog = lead.getByRole("dialog", { name: "Change the programme" });
  await openDialog(lead.getByRole("button", { name: "Change", exact: true }), dialog);
  const field = dialog.getByRole("combobox", { name: "Led by" });
  const before = await field.inputValue();
  await field.press("ArrowDown");
  await expect(dialog.getByText(/^The first 20\. Write more of the name/)).toBeVisible();
  const options = await foundBy(field).allInnerTexts();
  expect(options).toHaveLength(21);
  expect(new Set(options).size).toBe(options.length);
  await field.press("Escape");
  await expect(foundBy(field)).toHaveCount(0);
  await expect(field).toHaveValue(before);

  await choosePerson(field, "luca le", "Luca Lead");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(lead.getByRole("main")).toContainText("led by Luca Lead");

  await lead.setViewportSize({ width: 360, height: 740 });
  await openDialog(lead.getByRole("button", { name: "Change", exact: true }), dialog);
  await expect(field).toHaveValue("Luca Lead");
  await field.fill("nobody is called so");
  await expect(dialog.getByText("Nobody who can be chosen is called so or works there.")).toBeVisible();
  await field.fill("manager");
  await foundBy(field).nth(1).click();
  await expect(field).not.toHaveValue("Luca Lead");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
});
