import type { Page } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const certified = (page: Page) => page.getByRole("figure", { name: "Certified, and seen applying it?" });

test("a chart is read by keyboard: arrows move through its periods and Enter keeps the figures in view", async ({
  browser,
}) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/scorecard");
  const figure = certified(page);
  await figure.scrollIntoViewIfNeeded();
  const drawing = figure.getByRole("application");
  const shown = figure.getByRole("status");

  await drawing.focus();
  await page.keyboard.press("ArrowRight");
  await expect(shown).toContainText("Certified:");
  const first = await shown.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(shown).not.toHaveText(first ?? "");

  await page.keyboard.press("Enter");
  await expect(shown).toContainText("Enter lets go");
  const pinned = await shown.textContent();
  await page.keyboard.press("Tab");
  await expect(shown).toHaveText(pinned ?? "");
  await drawing.focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(shown).toBeHidden();
});

test("a chart is drawn when its reader comes near; on paper its numbers stand beside it, or in for it", async ({
  browser,
}) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/scorecard");
  const figure = certified(page);
  const numbers = figure.getByRole("table");
  await expect(figure).toBeAttached();
  await expect(page.getByRole("application")).toHaveCount(0);

  await page.emulateMedia({ media: "print" });
  await expect(numbers).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await expect(numbers).toBeHidden();

  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole("application")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(numbers).toBeVisible();
});
