import type { Page } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

/** Chooses who a group is, by the words of the form. */
async function choose(page: Page, group: "A" | "B", kind: string, which: string | { index: number }) {
  const editor = page.getByRole("group", { name: `Group ${group}`, exact: true });
  await editor.getByLabel(`Group ${group}: who`).selectOption({ label: kind });
  await editor
    .getByLabel(`Group ${group}: ${kind.toLowerCase()}`)
    .selectOption(typeof which === "string" ? { label: which } : which);
}

test("an HR partner compares two sites on a figure of operations and reads method and grade", async ({ browser }) => {
  const page = await signedIn(browser, "hrbp");
  await page.goto("/compare");
  await expect(page.getByText("Choose two groups")).toBeVisible();
  await choose(page, "A", "Site", { index: 1 });
  await choose(page, "B", "Site", { index: 2 });
  await page.getByLabel("Figure").selectOption({ label: "Right first time" });
  await page.getByRole("button", { name: "Compare", exact: true }).click();

  await expect(page.getByTestId("answer")).toContainText("“Right first time”");
  await expect(page.getByText("Difference of ratios of sums, linearised.")).toBeVisible();
  await expect(page.getByText(/^Grade [CD], (Suggestive|Observed)$/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "What would raise it" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Group A against Group B/ })).toBeVisible();
});

test("a kept cohort is fixed, chosen as a group, renamed and deleted", async ({ browser }) => {
  const page = await signedIn(browser, "ld_lead");
  await page.goto("/compare?a=tenure:1-3&b=tenure:5-10");
  await page.getByRole("button", { name: "Keep group A" }).click();
  await page.getByLabel("Name").fill("One to three years");
  await page.getByRole("button", { name: "Keep cohort" }).click();
  const row = page.getByRole("row", { name: /One to three years/ });
  await expect(row).toContainText("Not fixed");
  await row.getByRole("button", { name: /Fix the people/ }).click();
  await expect(row).not.toContainText("Not fixed");

  await page.goto("/compare");
  await choose(page, "A", "Kept cohort", { index: 1 });
  await choose(page, "B", "Tenure", "5 to 10 years");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page.getByText(/“One to three years” was fixed on/)).toBeVisible();
  await expect(page.getByTestId("answer")).toBeVisible();

  await row.getByRole("button", { name: /^Delete/ }).click();
  await expect(row).toHaveCount(0);
});

test("a list with an unknown id says which line it is, before anything is kept", async ({ browser }) => {
  const page = await signedIn(browser, "ld_lead");
  await page.goto("/compare");
  await page.getByRole("button", { name: "Keep a list of people" }).click();
  await page.getByLabel("Name").fill("A list");
  await page.getByLabel("Employee ids").fill("nobody-1\nnobody-2");
  await page.getByRole("button", { name: "Keep list" }).click();
  await expect(page.getByText("Line 2: nobody-2")).toBeVisible();
  await expect(page.getByRole("row", { name: /A list/ })).toHaveCount(0);
});

test("who used it against who did not carries its self-selection warning", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/compare?a=exposed:delivery:in_flow&b=unexposed:delivery:in_flow");
  await expect(page.getByText(/^People chose themselves: whoever uses learning/).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Among people alike" })).toBeVisible();

  await page.getByRole("link", { name: "Learning in the flow or apart" }).click();
  await expect(page.getByTestId("growth-answer")).toContainText("“Growth”");
  await page.getByRole("link", { name: "What works for which skill" }).click();
  await expect(page.getByTestId("works-answer")).toContainText("mean of all");
});

test("a manager has no such page, and what is not there is a 404", async ({ browser }) => {
  const manager = await signedIn(browser, "manager");
  expect((await manager.goto("/compare"))?.status()).toBe(404);
  const executive = await signedIn(browser, "executive");
  const missing = "/compare?a=cohort:7c9e6679-7425-40de-944b-e07fc1f90ae7&b=all";
  expect((await executive.goto(missing))?.status()).toBe(404);
});
