import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { add, row, saved, startDraft } from "./in-editor";
import { signedIn, signedInAs } from "./sign-in";
import { expect, test } from "./test";

const run = randomUUID().slice(0, 8);
const role = `Learning designers ${run}`;
const details = (page: Page) => page.getByRole("group", { name: "Details" });
const group = (page: Page, title: RegExp) =>
  page.locator("details").filter({ has: page.locator("summary span", { hasText: title }) });

/** An L&D lead of the small organisation beside the demo, where no other spec publishes. */
async function newLead(browser: Parameters<typeof signedIn>[0], admin: Page): Promise<Page> {
  const who = { email: `lead-${run}@supported-work.example`, password: "design what is seen" };
  await admin.goto("/admin");
  await admin.getByRole("button", { name: "Add user" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name").fill(`Lee ${run}`);
  await dialog.getByLabel("E-mail address").fill(who.email);
  await dialog.getByLabel("First password").fill(who.password);
  await dialog.getByRole("checkbox", { name: /^Employee/ }).uncheck();
  await dialog.getByRole("checkbox", { name: /^L&D lead/ }).check();
  await dialog.getByRole("button", { name: "Add user" }).click();
  await expect(dialog).toBeHidden();
  return signedInAs(browser, who);
}

/** Finds a row by search, makes it the current one and shows all rows again. */
async function goTo(page: Page, name: string) {
  const search = page.getByLabel("Search the taxonomy");
  await search.fill(name);
  await row(page, name).click();
  await search.fill("");
  await row(page, name).click();
}

async function rename(page: Page, name: string, to: string) {
  await goTo(page, name);
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Name" }).first().fill(to);
  await page.keyboard.press("Enter");
  await expect(row(page, to)).toBeFocused();
}

/** The number of the version. */
async function publish(page: Page, note: string): Promise<number> {
  await page.getByLabel(/What changes/).fill(note);
  await page.getByRole("button", { name: "Publish" }).click();
  const heading = page.getByRole("heading", { level: 1, name: /^Version \d+, in force$/ });
  await expect(heading).toBeVisible();
  return Number(/\d+/.exec((await heading.textContent()) ?? "")?.[0]);
}

test("an L&D lead takes a role from O*NET, shapes it, a second person publishes it, and a version is taken back", async ({
  browser,
}) => {
  const admin = await signedIn(browser, "other");
  const lead = await newLead(browser, admin);

  await lead.goto("/skills/exchange");
  const choosing = lead.waitForEvent("filechooser");
  await lead.getByRole("button", { name: "Choose a folder" }).click();
  await (await choosing).setFiles("data/onet-subset");
  await lead.waitForURL(/\/skills\/exchange\/[0-9a-f-]{36}/);
  await lead.getByRole("searchbox", { name: "Occupation" }).fill("training specialist");
  await lead.getByRole("button", { name: "Search" }).click();
  await lead.getByRole("link", { name: "Training and Development Specialists" }).click();
  await expect(
    lead.getByRole("heading", { level: 1, name: "O*NET 30.1: Training and Development Specialists" }),
  ).toBeVisible();
  await expect(lead.getByText(/O\*NET 30\.1 Database by the U\.S\. Department of Labor/)).toBeVisible();
  const skills = group(lead, /^Skills$/);
  await skills.getByRole("button", { name: "None" }).click();
  await skills.getByRole("checkbox", { name: /^Instructing/ }).check();
  await skills.getByRole("checkbox", { name: /^Speaking/ }).check();
  const activities = group(lead, /^Detailed work activities$/);
  await activities.getByText("Detailed work activities").first().click();
  await activities.getByRole("checkbox", { name: "Train personnel to enhance job skills" }).check();
  await lead.getByLabel("Title of the draft").fill(`A role of our own ${run}`);
  await lead.getByRole("button", { name: "Show what would change" }).click();
  await expect(lead.getByText(/Against what is in force: \d+ added/)).toBeVisible();
  await lead.getByText(/^What became what \(/).click();
  await expect(lead.getByRole("row", { name: /^Instructing Skill 2\.B\.1\.e Skill/ })).toBeVisible();
  await expect(lead.getByRole("row", { name: /^Negotiation Skill .* Left out Not chosen/ })).toBeVisible();
  await lead.getByRole("button", { name: /^Take \d+ into the draft/ }).click();
  await lead.waitForURL(/\/skills\/drafts\/[0-9a-f-]{36}/);

  await rename(lead, "Training and Development Specialists", role);
  await goTo(lead, "Instructing");
  const asks = `Asks whoever learns to do the step alone ${run}`;
  await add(lead, "n", `Shows the step once in silence ${run}`, asks);
  await details(lead)
    .getByLabel(/^3, alone/)
    .fill("Asks after each step, and waits for the answer");
  await goTo(lead, "Train personnel to enhance job skills");
  await details(lead)
    .getByLabel(/What can be seen/)
    .fill(`Understands what the learner needs ${run}`);
  await expect(details(lead).getByText(/happen in the head/)).toBeVisible();
  const mended = `Names before the lesson what the learner will do with it ${run}`;
  await details(lead)
    .getByLabel(/What can be seen/)
    .fill(mended);
  await lead.keyboard.press("Control+Enter");
  await expect(details(lead).getByText(/happen in the head/)).toHaveCount(0);
  await goTo(lead, "Instructing");
  await details(lead).getByLabel("Target level").selectOption("4");
  await details(lead)
    .getByRole("checkbox", { name: /Critical here/ })
    .check();
  await expect(row(lead, /^Instructing .*critical\s*level 4/)).toBeVisible();
  await goTo(lead, "Speaking");
  await add(lead, "n", `Speaks so that the last row answers ${run}`);
  await goTo(lead, "Speaking");
  await details(lead)
    .getByLabel(/Why not 3 to 5 behaviours/)
    .fill("One is all that can be heard.");
  await lead.keyboard.press("Control+Enter");
  await saved(lead);

  await lead.getByRole("link", { name: "Difference and review" }).click();
  await expect(lead.getByRole("heading", { name: "Difference", exact: true })).toBeVisible();
  await expect(lead.getByRole("heading", { name: "To be mended first" })).toHaveCount(0);
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await expect(lead.getByText(/^Submitted by Lee/)).toBeVisible();

  await admin.goto(lead.url());
  await expect(admin.getByText(`Added behaviour ${asks}`)).toBeVisible();
  const first = await publish(admin, `Learning designers, from O*NET ${run}`);

  await lead.goto("/skills");
  await goTo(lead, role);
  await expect(details(lead).getByText(/USDOL\/ETA has not approved/)).toBeVisible();
  await goTo(lead, asks);
  await expect(details(lead).getByText("Asks after each step, and waits for the answer")).toBeVisible();

  await startDraft(lead, `Another name ${run}`);
  await goTo(lead, role);
  await expect(details(lead).getByRole("link", { name: "Time to proficiency" })).toBeVisible();
  await rename(lead, role, `Course writers ${run}`);
  await saved(lead);
  await lead.getByRole("link", { name: "Difference and review" }).click();
  await lead.getByRole("button", { name: "Submit for review" }).click();
  const second = await publish(lead, `Called otherwise ${run}`);
  await expect(lead.locator("del", { hasText: role })).toBeVisible();
  await expect(lead.locator("ins", { hasText: `Course writers ${run}` })).toBeVisible();

  await lead.goto("/skills/versions");
  await expect(lead.getByText(`Called otherwise ${run}`)).toBeVisible();
  await lead
    .getByRole("link", { name: new RegExp(`\\b${first}\\b`) })
    .first()
    .click();
  await expect(lead.getByRole("heading", { level: 1, name: `Version ${first}` })).toBeVisible();
  await lead.getByRole("button", { name: "Go back to this version" }).click();
  await lead.getByRole("dialog").getByLabel(/Why/).fill(`The old name was better ${run}`);
  await lead
    .getByRole("dialog")
    .getByRole("button", { name: /^Go back to version/ })
    .click();
  await expect(lead.getByRole("heading", { level: 1, name: `Version ${second + 1}, in force` })).toBeVisible();
  await lead.goto("/skills");
  await goTo(lead, role);
});
