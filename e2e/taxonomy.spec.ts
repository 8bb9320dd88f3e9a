import AxeBuilder from "@axe-core/playwright";
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { signedIn } from "./sign-in";

/** Edits are saved behind what is shown, one after the other. */
const expect = baseExpect.configure({ timeout: 20_000 });
const tree = (page: Page) => page.getByRole("treegrid", { name: /^Taxonomy/ });
const row = (page: Page, name: string | RegExp) => tree(page).getByRole("row", { name }).first();
const saved = (page: Page) => expect(page.getByText("All changes saved")).toBeVisible();

async function find(page: Page, words: string) {
  await page.getByLabel("Search the taxonomy").fill(words);
  await expect(row(page, words)).toBeVisible();
}

async function startDraft(page: Page, title: string) {
  await page.goto("/skills/drafts");
  await page.getByRole("button", { name: "New draft" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/What is to change/).fill(title);
  await dialog.getByRole("button", { name: "Start the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(tree(page)).toBeVisible();
}

/** With the focus in the tree: opens the line by its key, types one name after the other, and is back in the tree. */
async function add(page: Page, key: string, ...names: string[]) {
  await page.keyboard.press(key);
  for (const name of names) {
    await expect(page.getByRole("button", { name: "Done" })).toBeVisible();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(row(page, name)).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(row(page, names.at(-1) ?? "")).toBeFocused();
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "scrolls sideways").toBeLessThanOrEqual(0);
}

test("an L&D lead builds a role by keyboard, mends its wording, and publishes it as a version", async ({ browser }) => {
  test.slow();
  const lead = await signedIn(browser, "ld_lead");
  const title = `Couriers ${Date.now()}`;
  const role = `Parcel couriers ${Date.now()}`;
  await startDraft(lead, title);

  await tree(lead).getByRole("row").first().click();
  await add(lead, "Shift+N", role);
  await add(lead, "n", "Hand over a parcel at the door");
  await add(lead, "n", `Doorstep handover ${role}`);
  await add(
    lead,
    "n",
    `Understands the handover rules of ${role}`,
    `Asks ${role} for a name before letting go of the parcel`,
  );
  await saved(lead);

  await lead.keyboard.press("ArrowUp");
  const details = lead.getByRole("group", { name: "Details" });
  await expect(details.getByText(/happen in the head/)).toBeVisible();
  await details.getByRole("button", { name: /fill in the blank/ }).click();
  await lead.keyboard.type("handing the parcel over");
  await lead.keyboard.press("Control+Enter");
  await expect(details.getByText(/happen in the head/)).toHaveCount(0);
  const mended = `States which part of the handover rules of ${role} applies before handing the parcel over`;
  await expect(row(lead, mended)).toBeVisible();

  await row(lead, mended).click();
  await lead.keyboard.press("n");
  await lead.keyboard.type(`Rings ${role} twice and waits`);
  await lead.keyboard.press("Enter");
  await lead.keyboard.press("Escape");
  await saved(lead);
  await lead.reload();
  await find(lead, `Rings ${role} twice`);
  await row(lead, `Rings ${role} twice`).click();
  await lead.keyboard.press("Control+z");
  await expect(row(lead, `Rings ${role} twice`)).toHaveCount(0);
  await saved(lead);
  await lead.reload();
  await find(lead, mended);
  await expect(row(lead, `Rings ${role} twice`)).toHaveCount(0);

  await lead.getByRole("link", { name: "Difference and review" }).click();
  await expect(lead.getByText(/2 behaviours are too few/)).toBeVisible();
  await lead.getByRole("region", { name: "To be mended first" }).getByRole("link").click();
  const reason = lead.getByLabel(/Why not 3 to 5 behaviours/);
  await reason.fill("Two are all one sees at a door.");
  await reason.blur();
  await saved(lead);
  await expectAccessible(lead);
  await lead.getByRole("link", { name: "Difference and review" }).click();
  await expect(lead.getByRole("heading", { name: "To be mended first" })).toHaveCount(0);
  await expectAccessible(lead);
  await lead.getByRole("button", { name: "Submit for review" }).click();

  const admin = await signedIn(browser, "admin");
  await admin.goto(lead.url());
  await admin.getByRole("button", { name: "Publish" }).click();
  await expect(admin.getByText(/Say what changes/)).toBeVisible();
  await admin.getByLabel(/What changes/).fill(`A role for ${role}`);
  await admin.getByRole("button", { name: "Publish" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: /^Version \d+, in force$/ })).toBeVisible();
  await expect(admin.getByText(mended)).toBeVisible();
  await expectAccessible(admin);
  await admin.goto("/skills/versions");
  await expect(admin.getByText(`A role for ${role}`)).toBeVisible();
  await expectAccessible(admin);

  await lead.goto("/skills");
  await find(lead, mended);
  await row(lead, mended).click();
  await expect(lead.getByRole("heading", { name: mended })).toBeVisible();
  await expect(lead.getByText("expected here")).toBeVisible();
});

test("what another tab changed in between is put side by side, and nothing is lost", async ({ browser }) => {
  test.slow();
  const here = await signedIn(browser, "ld_lead");
  const stamp = Date.now();
  await startDraft(here, `Two tabs ${stamp}`);
  const address = here.url().replace(/\?.*/, "");
  await tree(here).getByRole("row").first().click();
  await add(here, "Shift+N", `Tab role ${stamp}`);
  await saved(here);
  const there = await here.context().newPage();
  await there.goto(address);
  await find(there, `Tab role ${stamp}`);
  await there.getByLabel("Search the taxonomy").fill("");

  await row(here, `Tab role ${stamp}`).click();
  await here.keyboard.press("Enter");
  await here.keyboard.type(`Named here ${stamp}`);
  await here.keyboard.press("Enter");
  await saved(here);

  await row(there, `Tab role ${stamp}`).click();
  await there.keyboard.press("n");
  await expect(there.getByRole("button", { name: "Done" })).toBeVisible();
  await there.keyboard.type("Added in the other tab");
  await there.keyboard.press("Enter");
  await expect(there.getByText("1 change was put on top")).toBeVisible();
  await expect(row(there, `Named here ${stamp}`)).toBeVisible();
  await expect(row(there, "Added in the other tab")).toBeVisible();
  await saved(there);

  await row(here, `Named here ${stamp}`).click();
  await here.keyboard.press("Enter");
  await here.keyboard.type(`Named again ${stamp}`);
  await here.keyboard.press("Enter");
  await expect(here.getByText("1 change was put on top")).toBeVisible();
  await saved(here);
  await row(here, `Named again ${stamp}`).click();
  await here.keyboard.press("ArrowRight");
  await expect(row(here, "Added in the other tab")).toBeVisible();
  await row(there, `Named here ${stamp}`).click();
  await there.keyboard.press("Enter");
  await there.keyboard.type(`Named there ${stamp}`);
  await there.keyboard.press("Enter");
  await expect(there.getByRole("heading", { name: "Changed here and elsewhere" })).toBeVisible();
  await expect(there.getByText(`Named again ${stamp}`)).toBeVisible();
  await expectAccessible(there);
  await there.reload();
  await expect(there.getByText(`Named there ${stamp}`)).toBeVisible();
  await there.getByRole("radio", { name: /Yours/ }).check();
  await there.getByRole("button", { name: "Keep these and go on editing" }).click();
  await expect(row(there, `Named there ${stamp}`)).toBeVisible();
  await saved(there);
});

test("edits made without a connection are kept over a reload and saved when it is back", async ({ browser }) => {
  test.slow();
  const lead = await signedIn(browser, "ld_lead");
  const stamp = Date.now();
  await startDraft(lead, `On a train ${stamp}`);
  await lead.route(/\/skills\/drafts\//, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await tree(lead).getByRole("row").first().click();
  await add(lead, "Shift+N", `Made on a train ${stamp}`);
  await expect(lead.getByText(/No connection: 1 change kept on this device/)).toBeVisible();
  lead.on("dialog", (dialog) => dialog.accept());
  await lead.reload();
  await expect(lead.getByText(/No connection: 1 change kept on this device/)).toBeVisible();
  await lead.unroute(/\/skills\/drafts\//);
  await lead.getByRole("button", { name: "Try again now" }).click();
  await saved(lead);
  await lead.reload();
  await find(lead, `Made on a train ${stamp}`);
});

test("a manager reads on a phone what good looks like and comments, and edits nothing", async ({ browser }) => {
  test.slow();
  const manager = await signedIn(browser, "manager");
  await manager.setViewportSize({ width: 360, height: 740 });
  await manager.goto("/skills");
  await expect(manager.getByRole("button", { name: /Edit|New draft/ })).toHaveCount(0);
  await manager.getByLabel("Search the taxonomy").fill("before promising an amount");
  const behaviour = row(manager, /Names the refund rule that applies/);
  await expect(behaviour).toBeVisible();
  await behaviour.click();
  await expect(manager.getByRole("heading", { name: /Names the refund rule that applies/ })).toBeInViewport();
  await expect(manager.getByRole("heading", { name: "What good looks like" })).toBeVisible();
  await expectAccessible(manager);
  const note = `Ours say it on the phone too ${Date.now()}`;
  await manager.getByLabel("Your comment").fill(note);
  await manager.getByRole("button", { name: "Add comment" }).click();
  await expect(manager.getByRole("listitem").filter({ hasText: note })).toBeVisible();
  await manager.getByRole("button", { name: "Back to the tree" }).click();
  await expect(behaviour).toBeFocused();
  await expectAccessible(manager);

  const employee = await signedIn(browser, "employee");
  await employee.goto(manager.url());
  await expect(employee.getByRole("heading", { name: /Names the refund rule that applies/ })).toBeVisible();
  await expect(employee.getByText(note)).toHaveCount(0);
  const answer = await employee.goto("/skills/drafts");
  expect(answer?.status()).toBe(404);
});
