import { add, expectAccessible, find, row, saved, startDraft, tree } from "./in-editor";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("what another tab changed in between is put side by side, and nothing is lost", async ({ browser }) => {
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
  await expect(there.getByRole("textbox", { name: /^Add task/ })).toBeFocused();
  await there.keyboard.press("Escape");
  await expect(row(there, "Added in the other tab")).toBeFocused();
  await saved(there);

  await row(here, `Named here ${stamp}`).click();
  await here.keyboard.press("Enter");
  await here.keyboard.type(`Named again ${stamp}`);
  await here.keyboard.press("Enter");
  await expect(here.getByText("1 change was put on top")).toBeVisible();
  await saved(here);
  await expect(row(here, `Named again ${stamp}`)).toBeFocused();
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

test("what is being written when another tab's edits are put underneath stays, and says what it became there", async ({
  browser,
}) => {
  const here = await signedIn(browser, "ld_lead");
  const stamp = Date.now();
  await startDraft(here, `Writing ${stamp}`);
  const address = here.url().replace(/\?.*/, "");
  await tree(here).getByRole("row").first().click();
  await add(here, "Shift+N", `Role ${stamp}`);
  await saved(here);
  const there = await here.context().newPage();
  await there.goto(address);
  await find(there, `Role ${stamp}`);

  await row(here, `Role ${stamp}`).click();
  await here.keyboard.press("Enter");
  await here.keyboard.type(`Named here ${stamp}`);
  await here.keyboard.press("Enter");
  await saved(here);

  let letPass = () => {};
  const passes = new Promise<void>((resolve) => {
    letPass = resolve;
  });
  await there.route(/\/skills\/drafts\//, async (route) => {
    if (route.request().method() === "POST") await passes;
    await route.continue();
  });
  await row(there, `Role ${stamp}`).click();
  await add(there, "n", "A task of the other tab");
  await row(there, `Role ${stamp}`).click();
  await there.keyboard.press("Enter");
  await there.getByRole("textbox", { name: "Name" }).first().fill(`Half written ${stamp}`);
  letPass();
  await expect(there.getByText("1 change was put on top")).toBeVisible();
  await expect(there.getByRole("textbox", { name: "Name" }).first()).toHaveValue(`Half written ${stamp}`);
  await expect(there.getByText(`Meanwhile this became “Named here ${stamp}”`).first()).toBeVisible();
  await there.keyboard.press("Escape");
  await expect(row(there, `Named here ${stamp}`)).toBeFocused();
  await expect(row(there, "A task of the other tab")).toBeVisible();
  await saved(there);
});
