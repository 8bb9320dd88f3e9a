import AxeBuilder from "@axe-core/playwright";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("an L&D lead goes from a role to the design of its first comparison, leaving and coming back on the way", async ({
  browser,
}) => {
  const page = await signedIn(browser, "ld_lead");
  await page.goto("/start");
  await page.getByRole("button", { name: "Begin with Machinists" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Three to five behaviours" })).toBeVisible();

  const behaviours = page.getByRole("group", { name: /^Behaviours/ }).getByRole("checkbox");
  for (const chosen of await behaviours.all()) await chosen.uncheck();
  await behaviours.first().check();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText("Choose at least 3")).toBeVisible();
  await expect(behaviours.first()).toBeChecked();
  await behaviours.nth(1).check();
  await behaviours.nth(2).check();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Where does it show already?" })).toBeVisible();

  // Left, and found again where it was.
  await page.goto("/start");
  await page.getByRole("link", { name: "Machinists" }).click();
  const sources = page.getByRole("main").getByRole("combobox");
  await expect(sources).toHaveCount(3);
  await sources.nth(0).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText("Say for each behaviour what could show it")).toBeVisible();
  for (const at of [1, 2]) await sources.nth(at).selectOption({ label: "Nothing: people have to look" });
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText(/observations a week/)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: "Managers will look" }).click();

  await page.getByLabel("Weeks before and after").fill("3");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("At least 4 weeks")).toBeVisible();
  await page.getByLabel("Weeks before and after").fill("12");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("link", { name: "Design the comparison" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Design an initiative" })).toBeVisible();
  await expect(page).toHaveURL(/behaviour=.*behaviour=.*behaviour=/);
});

test("a manager and an employee have no way in", async ({ browser }) => {
  for (const role of ["manager", "employee"] as const) {
    const page = await signedIn(browser, role);
    expect((await page.goto("/start"))?.status()).toBe(404);
  }
});

test("certificates, what is seen and a KPI stand on one page with the answer in words, by site below", async ({
  browser,
}) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/skills/certified");
  await page.getByRole("combobox", { name: "Role" }).selectOption({ label: "Machinists" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Machinists", exact: true })).toBeVisible();
  await expect(page.getByText(/certificates that people's roles need/).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: /^Machinists, / })).toHaveCount(3);
});
