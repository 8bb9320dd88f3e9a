import { add, expectAccessible, find, row, saved, startDraft, tree } from "./in-editor";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("an L&D lead builds a role by keyboard, mends its wording, and publishes it as a version", async ({ browser }) => {
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

test("a manager reads on a phone what good looks like and comments, and edits nothing", async ({ browser }) => {
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

test("on paper the tree stands with every row that is open, whole, and without controls", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/skills");
  await page.getByLabel("Search the taxonomy").fill("the");
  await expect(page.getByText(/\d\d+ found/)).toBeVisible();
  const open = Number(await tree(page).getAttribute("aria-rowcount"));
  expect(await tree(page).getByRole("row").count()).toBeLessThan(open);
  await page.emulateMedia({ media: "print" });
  await expect(tree(page).getByRole("row")).toHaveCount(open);
  await expect(page.getByLabel("Search the taxonomy")).toBeHidden();
  const cut = await tree(page)
    .getByRole("gridcell")
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
  expect(cut).toBe(0);
});
