import { axeOf } from "./axe-of";
import { foundBy } from "./choose-person";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test.describe.configure({ mode: "serial" });

test("work is handed to a colleague, sent back, changed and accepted; nobody else finds it", async ({ browser }) => {
  const author = await signedIn(browser, "employee");
  await author.setViewportSize({ width: 360, height: 740 });
  await author.goto("/reviews");
  await author.getByRole("link", { name: "Hand in work" }).click();
  await author.getByRole("button", { name: "Hand in" }).click();
  await expect(author.getByText("Say what it is")).toBeVisible();
  await author.getByLabel("What it is").fill("Reply to case 4711");
  await author.getByLabel("Link to it").fill("https://example.com/cases/4711");
  await author.getByRole("checkbox").first().check();
  const colleague = author.getByRole("combobox", { name: "Who should look at it" });
  await colleague.click();
  await foundBy(colleague).first().click();
  expect(await axeOf(author)).toEqual([]);
  await author.getByRole("button", { name: "Hand in" }).click();
  await author.getByRole("link", { name: "Reply to case 4711" }).click();
  await author.waitForURL(/reviews\/[\w-]+\/[\w-]+$/);
  const { pathname } = new URL(author.url());

  const reviewer = await signedIn(browser, "colleague");
  await reviewer.goto("/reviews");
  await reviewer.getByRole("region", { name: "Waiting for me" }).getByRole("link").click();
  await reviewer.getByRole("radio", { name: /^With help/ }).check();
  await reviewer.getByRole("radio", { name: /^Send back/ }).check();
  await reviewer.getByRole("button", { name: "Answer" }).click();
  await expect(reviewer.getByText("Say what to change", { exact: true })).toBeVisible();
  await reviewer.getByRole("textbox", { name: "What to change" }).fill("Quote the rule that applies");
  await reviewer.getByRole("button", { name: "Answer" }).click();
  await expect(reviewer.getByText("Sent back to be changed")).toBeVisible();
  expect(await axeOf(reviewer)).toEqual([]);

  await author.reload();
  await expect(author.getByText("asks for a change: Quote the rule")).toBeVisible();
  await author.getByLabel("What you changed").fill("Quoted it");
  await author.getByRole("button", { name: "Hand in again" }).click();
  await expect(author.getByText("Round 2: Waiting for an answer")).toBeVisible();

  await reviewer.reload();
  await reviewer.getByRole("radio", { name: /^Alone(?! in)/ }).check();
  await reviewer.getByRole("radio", { name: /^Accept/ }).check();
  await reviewer.getByRole("button", { name: "Answer" }).click();
  await expect(reviewer.getByText("Round 2: Accepted")).toBeVisible();
  await author.goto("/reviews");
  await expect(author.getByRole("region", { name: "Done" })).toContainText("Reply to case 4711");

  const coach = await signedIn(browser, "manager");
  expect((await coach.goto(pathname))?.status()).toBe(200);
  for (const role of ["hrbp", "ld_lead", "executive", "admin"] as const) {
    const other = await signedIn(browser, role);
    expect((await other.goto(pathname))?.status(), role).toBe(404);
    await other.context().close();
  }
});

test("what somebody says of themselves stands beside what others saw", async ({ browser }) => {
  const page = await signedIn(browser, "employee");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/reviews/self");
  const line = page.getByRole("listitem").filter({ hasText: "You say" }).first();
  const others = await line
    .getByText(/on average of|nothing yet/)
    .last()
    .textContent();
  await line.getByRole("button", { name: /^Say how you see it/ }).click();
  await line.getByRole("radio", { name: /^Shows others/ }).check();
  await line.getByRole("button", { name: "Save" }).click();
  await expect(line).toContainText("5 Shows others");
  await expect(line.getByText(/on average of|nothing yet/).last()).toHaveText(others ?? "");
  expect(await axeOf(page)).toEqual([]);
});
