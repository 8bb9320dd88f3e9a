import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { choosePerson } from "./choose-person";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const narrow = { width: 360, height: 800 };

async function expectClean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The employee's own name, as their manager's page has it. */
async function ownName(employee: Page): Promise<string> {
  await employee.goto("/me/record");
  const access = employee.getByRole("region", { name: "Your access" });
  return (await access.locator("dd").first().textContent()) ?? "";
}

test("a manager logs what they did and sends a nudge; the employee sees what was logged, and that the manager looked", async ({
  browser,
}) => {
  const employee = await signedIn(browser, "employee");
  const name = await ownName(employee);
  const manager = await signedIn(browser, "manager");
  await manager.setViewportSize(narrow);
  await manager.goto("/team");
  await expect(manager.getByRole("heading", { level: 1, name: /observe and coach this week/ })).toBeVisible();
  await expectClean(manager);
  await manager.getByRole("navigation", { name: "Team" }).getByRole("link", { name: "Ready alone" }).click();
  await expect(manager.getByRole("heading", { name: "Fragile skills" })).toBeVisible();
  await expectClean(manager);

  await manager.getByRole("navigation", { name: "Team" }).getByRole("link", { name: "Support and nudges" }).click();
  await manager.getByRole("button", { name: "Log an action" }).click();
  const form = manager.getByRole("dialog", { name: "Log what you did" });
  await choosePerson(form.getByLabel(/^For/), name, name);
  await form.getByLabel(/^What/).selectOption({ label: "Stretch task" });
  const note = `Takes the next escalation on their own, ${Date.now()}`;
  await form.getByLabel("Note").fill(note);
  await form.getByLabel(/^When/).fill("2020-01-01");
  await form.getByRole("button", { name: "Log it" }).click();
  await expect(form.getByText("Log what you did within three months")).toBeVisible();
  await expect(form.getByLabel("Note")).toHaveValue(note);
  await form.getByLabel(/^When/).fill(new Date().toISOString().slice(0, 10));
  await form.getByRole("button", { name: "Log it" }).click();
  await expect(form).toBeHidden();
  await expect(manager.getByRole("row", { name: new RegExp(`${name}.*Stretch task`) }).first()).toBeVisible();

  await manager.getByRole("button", { name: "Send a nudge" }).click();
  const nudge = manager.getByRole("dialog", { name: "Send a nudge" });
  await expect(nudge.getByText(/held back by lot and never shown/)).toBeVisible();
  await choosePerson(nudge.getByLabel(/^To/), name, name);
  await nudge.getByLabel(/^Kind/).selectOption({ label: "Praise" });
  await nudge.getByRole("button", { name: /That was good work/ }).click();
  await expect(nudge.getByLabel(/^Words/)).toHaveValue(/That was good work/);
  const words = `The escalation note was good work, ${Date.now()}`;
  await nudge.getByLabel(/^Words/).fill(words);
  await nudge.getByRole("button", { name: "Send it" }).click();
  await expect(nudge).toBeHidden();
  await expect(manager.getByRole("row", { name: new RegExp(words) })).toBeVisible();
  await expectClean(manager);

  await employee.setViewportSize(narrow);
  await employee.goto("/me");
  const support = employee.getByRole("region", { name: "What a manager did for you" });
  await expect(support.getByRole("row", { name: /Stretch task/ }).first()).toBeVisible();
  await expectClean(employee);
  await employee.goto("/me/record");
  await expect(employee.getByRole("row", { name: /on the team page, support/ })).toBeVisible();
  await expectClean(employee);
});

test("an employee contests an observation, the manager upholds it, and it is struck everywhere", async ({
  browser,
}) => {
  const employee = await signedIn(browser, "employee");
  const name = await ownName(employee);
  await employee.setViewportSize(narrow);
  await employee.goto("/me");
  const seen = employee.getByRole("region", { name: "What was seen" });
  const first = seen
    .getByRole("listitem")
    .filter({ has: employee.getByRole("button", { name: /^Contest/ }) })
    .first();
  const behaviour = (await first.getByRole("button").getAttribute("aria-label"))?.replace("Contest: ", "") ?? "";
  const id = (await first.getAttribute("id")) ?? "";
  await first.getByRole("button").click();
  const form = employee.getByRole("dialog", { name: "Contest this observation" });
  await form.getByRole("button", { name: "Contest it" }).click();
  await expect(form.getByText(/Say in a sentence/)).toBeVisible();
  await form.getByLabel(/What is not right/).fill("That was a colleague's case, I only forwarded it");
  await form.getByRole("button", { name: "Contest it" }).click();
  await expect(form).toBeHidden();
  const contested = employee.getByRole("region", { name: "What you contested" });
  await expect(contested.getByText(/an answer is owed by/).first()).toBeVisible();
  await expectClean(employee);

  const manager = await signedIn(browser, "manager");
  await manager.setViewportSize(narrow);
  await manager.goto("/team");
  const owed = manager.getByRole("region", { name: "Answers you owe" });
  await expect(owed.getByText("That was a colleague's case, I only forwarded it")).toBeVisible();
  await owed
    .getByRole("button", { name: `Answer ${name}` })
    .first()
    .click();
  const answer = manager.getByRole("dialog", { name: `Answer ${name}` });
  await answer.getByRole("button", { name: "Send the answer" }).click();
  await expect(answer.getByText(/Choose whether the observation stays/)).toBeVisible();
  await answer.getByLabel(/Decision/).selectOption("upheld");
  await answer.getByLabel(/^Answer/).fill("You are right, the case was not yours");
  await answer.getByRole("button", { name: "Send the answer" }).click();
  await expect(answer).toBeHidden();
  await expect(owed.getByText("That was a colleague's case, I only forwarded it")).toHaveCount(0);
  await manager
    .getByRole("link", { name, exact: true })
    .first()
    .or(manager.getByText("Nothing suggests itself"))
    .first()
    .waitFor();

  await employee.goto("/me");
  await expect(contested.getByText(/Upheld on/).first()).toBeVisible();
  await expect(contested.getByText("You are right, the case was not yours")).toBeVisible();
  const struck = employee.locator(`[id="${id}"]`);
  await expect(struck).toContainText("it stays here and counts nowhere");
  await expect(struck.getByRole("button", { name: `Contest: ${behaviour}` })).toHaveCount(0);
  await expectClean(employee);
});

test("one report's page is the coach's; for others, and for people of others, it does not exist", async ({
  browser,
}) => {
  const employee = await signedIn(browser, "employee");
  const name = await ownName(employee);
  const manager = await signedIn(browser, "manager");
  await manager.setViewportSize(narrow);
  await manager.goto("/team/ready");
  await manager.locator("summary").first().click();
  await manager.getByRole("link", { name, exact: true }).first().click();
  await expect(manager.getByRole("heading", { level: 1, name })).toBeVisible();
  await manager.locator("summary").first().click();
  await expectClean(manager);
  const path = new URL(manager.url()).pathname;
  await manager
    .getByRole("link", { name: /comes to this, down to each rating/ })
    .first()
    .click();
  await expect(manager.getByRole("heading", { name: "In words" })).toBeVisible();
  await expectClean(manager);

  for (const who of ["executive", "employee", "hrbp", "other"] as const) {
    const stranger = await signedIn(browser, who);
    expect((await stranger.goto(path))?.status(), who).toBe(404);
    await expect(stranger.getByText(name, { exact: true })).toHaveCount(who === "employee" ? 1 : 0);
  }
  const nobody = await manager.goto("/team/00000000-0000-4000-8000-000000000000");
  expect(nobody?.status()).toBe(404);
});

test("one's own data are saved whole, as JSON and as a table", async ({ browser }) => {
  const employee = await signedIn(browser, "employee");
  const json = await employee.request.get("/me/export");
  expect(json.headers()["content-disposition"]).toMatch(/my-data-.*\.json/);
  const data = (await json.json()) as { tables: { table: string; rows: unknown[] }[] };
  expect(data.tables.find(({ table }) => table === "observations")?.rows.length).toBeGreaterThan(0);
  const csv = await employee.request.get("/me/export?as=csv");
  expect(await csv.text()).toContain("What somebody saw you do at work,1,");
});
