import type { Locator } from "@playwright/test";
import { expect } from "./test";

/** Those a field of people offers. */
export const foundBy = (field: Locator): Locator =>
  field.page().getByRole("listbox", { name: "Found" }).getByRole("option");

/** Searches for somebody in a field, by keys alone, and takes the first who is found; their name then stands in the field. */
export async function choosePerson(field: Locator, words: string, name: string): Promise<void> {
  await field.focus();
  await field.pressSequentially(words);
  const first = foundBy(field).first();
  await expect(first).toContainText(name);
  await expect(first).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(field).toHaveValue(name);
}
