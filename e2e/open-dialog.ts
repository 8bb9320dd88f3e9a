import type { Locator } from "@playwright/test";
import { expect } from "./test";

/** Presses the button until its dialog is there: on a page that is still coming alive a click may be lost. */
export async function openDialog(button: Locator, dialog: Locator): Promise<void> {
  await expect(async () => {
    await button.click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
