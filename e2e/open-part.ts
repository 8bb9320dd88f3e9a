import type { Locator, Page } from "@playwright/test";

/** The strip of the parts of an initiative's page. */
export const partStrip = (page: Page): Locator => page.getByRole("navigation", { name: "Parts of this initiative" });

/** Goes to another part of the initiative whose page is open. */
export async function openPart(page: Page, title: string): Promise<void> {
  await partStrip(page).getByRole("link", { name: title, exact: true }).click();
}
