import { openInitiative } from "./open-initiative";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const initiativePath = /\/initiatives\/[0-9a-f-]{36}$/;

test("whoever is not signed in is asked to, and then lands where they wanted to go", async ({ page }) => {
  await page.goto("/initiatives");
  await expect(page).toHaveURL(/\/sign-in\?from=/);
});

test("another organisation's initiative does not exist", async ({ browser }) => {
  const executive = await signedIn(browser, "executive");
  await openInitiative(executive, /refund/i);
  await expect(executive).toHaveURL(initiativePath);
  const path = new URL(executive.url()).pathname;

  const stranger = await signedIn(browser, "other");
  const answer = await stranger.goto(path);

  expect(answer?.status()).toBe(404);
  await expect(stranger.getByText(/refund/i)).toHaveCount(0);
});

test("an HR business partner sees the units they serve and no others", async ({ browser }) => {
  const partner = await signedIn(browser, "hrbp");
  await partner.goto("/scorecard");
  const scopes = partner.getByLabel("Scope");
  await expect(scopes.getByRole("option", { name: /Assembly/ })).not.toHaveCount(0);
  await expect(scopes.getByRole("option", { name: /Sales/ })).toHaveCount(0);

  const executive = await signedIn(browser, "executive");
  await executive.goto("/scorecard");
  const sales = executive.getByLabel("Scope").locator("option[value^=unit]", { hasText: /Sales/ }).first();
  const answer = await partner.goto(`/scorecard?scope=${await sales.getAttribute("value")}`);
  expect(answer?.status()).toBe(404);
});

test("a manager, finance, an employee and an auditor each land on a page that is theirs", async ({ browser }) => {
  for (const [role, path, heading] of [
    ["manager", "/scorecard", /Your reporting line/],
    ["finance", "/scorecard", /Whole organisation/],
    ["employee", "/me", /./],
    ["auditor", /\/(methods|admin|me)$/, /./],
  ] as const) {
    const page = await signedIn(browser, role);
    await page.goto("/");
    await expect(page, role).toHaveURL(path);
    await expect(page.getByRole("heading", { level: 1 }), role).toContainText(heading);
  }
});

test("an employee sees what is stored about them, and nobody's scorecard", async ({ browser }) => {
  const employee = await signedIn(browser, "employee");
  const answer = await employee.goto("/scorecard");
  expect(answer?.status()).toBe(404);
  await employee.goto("/me");
  await expect(employee.getByText("Customer Service Representatives").first()).toBeVisible();
});

test("an auditor checks initiatives, money, signatures and decisions, and is offered nothing to change", async ({
  browser,
}) => {
  const auditor = await signedIn(browser, "auditor");
  const offersNoChange = () =>
    expect(
      auditor
        .getByRole("main")
        .getByRole("button", { name: /^(Change|State|Sign|Add|Remove|Share|Record|Withdraw|Keep|Views)\b/ }),
    ).toHaveCount(0);
  await openInitiative(auditor, /^Refund handling/);
  await expect(auditor).toHaveURL(initiativePath);
  const { pathname } = new URL(auditor.url());
  await expect(auditor.getByRole("button", { name: /A.*Proven/ }).first()).toBeVisible();
  await offersNoChange();
  for (const [address, heading] of [
    [`${pathname}/money`, /Refund/],
    [`${pathname}/plan`, /Refund/],
    [`${pathname}/lineage`, /./],
    ["/roi", /^ROI$/],
    ["/roi/assumptions", /./],
    ["/roi/rates", /./],
    ["/decisions", /./],
  ] as const) {
    expect((await auditor.goto(address))?.status(), address).toBe(200);
    await expect(auditor.getByRole("heading", { level: 1 }), address).toContainText(heading);
    await offersNoChange();
  }
  for (const address of ["/scorecard", "/compare", "/surveys", "/work", "/initiatives/new"]) {
    expect((await auditor.goto(address))?.status(), address).toBe(404);
  }
});
