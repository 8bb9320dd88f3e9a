import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("a table's filter and order are in the address: a reload keeps them and a colleague sees the same", async ({
  browser,
}) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/initiatives");
  const names = page.getByRole("table").getByRole("rowheader");
  await expect(names).not.toHaveCount(1);

  await page.getByRole("searchbox").fill("refund");
  await page.getByRole("button", { name: "People" }).click();
  await page.getByRole("button", { name: "People" }).click();
  await expect(page).toHaveURL(/initiatives\.filter=refund&initiatives\.sort=-people$/);
  await expect(names).toHaveCount(1);

  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("refund");
  await expect(names).toHaveCount(1);
  await expect(page.getByRole("columnheader", { name: "People" })).toHaveAttribute("aria-sort", "descending");

  await page.getByRole("searchbox").fill("");
  await expect(page).toHaveURL(/initiatives\?initiatives\.sort=-people$/);
});
