import type { Page } from "@playwright/test";
import { initiativeParts } from "@/lib/initiatives/initiative-href";
import { openInitiative } from "./open-initiative";
import { openPart, partStrip } from "./open-part";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

/** The address of an initiative of the demo that is open with its parts. */
async function opened(page: Page, title: RegExp): Promise<string> {
  await openInitiative(page, title);
  await expect(partStrip(page)).toBeVisible();
  return new URL(page.url()).pathname;
}

const isInView = (page: Page) =>
  partStrip(page)
    .locator("[aria-current]")
    .evaluate((link) => {
      const [own, around] = [link.getBoundingClientRect(), link.closest("nav")?.getBoundingClientRect()];
      return around !== undefined && own.left >= around.left - 1 && own.right <= around.right + 1;
    });

test("a reader goes through the parts by keyboard, the head stays, and back, forward and a reload keep the part", async ({
  browser,
}) => {
  const page = await signedIn(browser, "executive");
  const address = await opened(page, /^Refund handling/);
  const title = await page.getByRole("heading", { level: 1 }).elementHandle();
  const strip = partStrip(page);
  const current = strip.locator("[aria-current=page]");
  await expect(current).toHaveText("Effect");
  await expect(page.getByRole("region", { name: "Did it work?" })).toBeVisible();

  await current.focus();
  for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press("Tab");
  await expect(strip.getByRole("link", { name: "Money" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${address}/money`);
  await expect(current).toHaveText("Money");
  await expect(page.getByRole("region", { name: "Money", exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Did it work?" })).toHaveCount(0);
  await expect(page).toHaveTitle(/^Money: Refund handling/);
  // The very same heading: what stands above the parts was not drawn again.
  expect(await title?.evaluate((heading) => heading.isConnected)).toBe(true);

  await page.reload();
  await expect(current).toHaveText("Money");
  await expect(page.getByRole("region", { name: "Money", exact: true })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("region", { name: "Did it work?" })).toBeVisible();
  await expect(current).toHaveText("Effect");
  await page.goForward();
  await expect(page.getByRole("region", { name: "Money", exact: true })).toBeVisible();
});

test("every part has its own address; an unknown one, a stranger's and one beyond the reader's role do not exist", async ({
  browser,
}) => {
  const finance = await signedIn(browser, "finance");
  const address = await opened(finance, /^Refund handling/);
  const stranger = await signedIn(browser, "other");
  const manager = await signedIn(browser, "manager");
  for (const { part } of initiativeParts) {
    const path = part === "effect" ? address : `${address}/${part}`;
    const expected = part === "work" ? 404 : 200;
    expect((await finance.request.get(path)).status(), `${part} for finance`).toBe(expected);
    expect((await stranger.request.get(path)).status(), `${part} for a stranger`).toBe(404);
  }
  expect((await manager.request.get(`${address}/money`)).status()).toBe(404);
  await expect(partStrip(finance).getByRole("link")).toHaveCount(initiativeParts.length - 1);
  await expect(partStrip(finance).getByRole("link", { name: "In the work" })).toHaveCount(0);
  for (const part of ["effect", "skills", "ladder/1"]) {
    expect((await finance.request.get(`${address}/${part}`)).status(), part).toBe(404);
  }
});

test("on a phone the strip moves within itself and keeps the open part in sight", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.setViewportSize({ width: 360, height: 780 });
  const address = await opened(page, /^Refund handling/);
  await page.goto(`${address}/decisions`);
  await expect(partStrip(page).locator("[aria-current]")).toHaveText("Decisions");
  await expect.poll(() => isInView(page)).toBe(true);
  await openPart(page, "Plan and amendments");
  await expect(page.getByRole("region", { name: "Plan and amendments" })).toBeVisible();
  await expect.poll(() => isInView(page)).toBe(true);
  await openPart(page, "Effect");
  await expect.poll(() => isInView(page)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
