import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test";

export const tree = (page: Page) => page.getByRole("treegrid", { name: /^Taxonomy/ });
export const row = (page: Page, name: string | RegExp) => tree(page).getByRole("row", { name }).first();
export const saved = (page: Page) => expect(page.getByText("All changes saved")).toBeVisible();

export async function find(page: Page, words: string) {
  await page.getByLabel("Search the taxonomy").fill(words);
  await expect(row(page, words)).toBeVisible();
}

export async function startDraft(page: Page, title: string) {
  await page.goto("/skills/drafts");
  await page.getByRole("button", { name: "New draft" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/What is to change/).fill(title);
  await dialog.getByRole("button", { name: "Start the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(tree(page)).toBeVisible();
}

/** With the focus in the tree: opens the line by its key, types one name after the other, and is back in the tree. */
export async function add(page: Page, key: string, ...names: string[]) {
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

export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "scrolls sideways").toBeLessThanOrEqual(0);
}
