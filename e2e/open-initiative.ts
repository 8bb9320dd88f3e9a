import type { Page } from "@playwright/test";

/** Goes to the page of the first initiative of this name, by the list. */
export async function openInitiative(page: Page, name: RegExp): Promise<void> {
  await page.goto("/initiatives");
  await page.getByRole("link", { name }).first().click();
}
