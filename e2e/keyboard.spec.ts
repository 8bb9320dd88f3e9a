import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("what is fetched on first use works at once by keyboard: the palette takes what is typed, Escape gives the focus back", async ({
  browser,
}) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/methods");
  const opener = page.getByRole("button", { name: /^Go to/ });
  await opener.focus();
  await page.keyboard.press("Enter");
  const field = page.getByRole("combobox", { name: "Page, initiative or unit" });
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("initiatives");
  await expect(page.getByRole("option", { name: /^Initiatives/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/initiatives");
});

test("a popover opens and closes by its own button, and a definition that is linked to is open", async ({
  browser,
}) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/methods#lin_hc2");
  await expect(page.getByText("Lin (2013)", { exact: false })).toBeVisible();
  await expect(page.getByText("MacKinnon and White (1985)", { exact: false })).toHaveCount(0);
  await page.getByRole("button", { name: /^Open all .* methods/ }).click();
  await expect(page.getByText("MacKinnon and White (1985)", { exact: false }).first()).toBeVisible();

  const account = page.getByRole("button", { name: /account and colours/ });
  const out = page.getByRole("button", { name: "Sign out" });
  await account.click();
  await expect(out).toBeVisible();
  await account.click();
  await expect(out).toBeHidden();
  await account.click();
  await out.click();
  await expect(page).toHaveURL(/\/sign-in$/);
});
