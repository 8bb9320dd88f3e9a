import { demoTruth } from "@/db/demo/truth";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("an executive goes from the dashboard to the rows behind a figure in three clicks", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/roi");
  await expect(page.getByRole("heading", { level: 1, name: "ROI" })).toBeVisible();
  const initiative = page
    .getByRole("table", { name: /Initiatives with the advice/ })
    .getByRole("link", { name: /refund/i });
  await initiative.first().click();
  await page.waitForURL(/\/initiatives\/[^/]+\/money$/);
  await page
    .getByRole("link", { name: /where .*come from/i })
    .first()
    .click();
  await page.waitForURL(/\/lineage$/);
  await expect(page.getByRole("heading", { level: 1, name: "Where the figures come from" })).toBeVisible();
  await page.getByRole("link", { name: "Solved at first contact" }).first().click();
  const rows = page.getByRole("table", { name: /Rows behind Solved at first contact/ });
  await expect(rows.getByRole("cell", { name: "Baseline" }).first()).toBeVisible();
  await expect(rows.getByText(/kpi.*\.csv/).first()).toBeVisible();
  // Files and counts, not persons: the executive has no way into the data themselves.
  await expect(rows.getByRole("link")).toHaveCount(0);
});

test("initiatives without an effect land on the stop list, with what ending them frees", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/roi?advice=stop");
  const stops = page.getByRole("table", { name: /Initiatives to stop/ });
  await expect(stops.getByRole("row", { name: /negotiation library/i })).toContainText(/did not change|better/);
  await expect(stops.getByRole("row", { name: /quality certification/i })).toContainText(/[1-9]/);
  for (const { code, effect } of Object.values(demoTruth)) {
    const words = new RegExp(code.split("-").at(-1) ?? code, "i");
    await expect(stops.getByRole("row", { name: words })).toHaveCount(effect === 0 ? 1 : 0);
  }
});

test("another budget changes what comes back, and the address keeps it", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/roi?budget=0");
  const part = page.getByRole("region", { name: "What another budget would bring" });
  const slider = part.getByRole("slider");
  const answer = part.getByTestId("what-if-answer");
  await expect(answer).toContainText("Too little");
  await slider.press("End");
  await expect(answer).toContainText(/would be spent and bring .* the chance that less comes back/);
  const all = await answer.textContent();
  await slider.press("Home");
  await slider.press("ArrowRight");
  await expect(answer).not.toHaveText(all ?? "");
  await expect(page).toHaveURL(/budget=[1-9]/);
  const kept = await answer.textContent();
  await page.reload();
  await expect(answer).toHaveText(kept ?? "");
});

test("the API gives the figures of the page, and nothing to somebody who may not read them", async ({ browser }) => {
  const page = await signedIn(browser, "finance");
  const { roi } = await (await page.request.get("/api/roi")).json();
  await page.goto("/roi");
  const spent = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency: "EUR",
    notation: "compact",
    maximumSignificantDigits: 3,
  }).format(roi.rollUp.spent);
  await expect(page.getByText(spent.toLowerCase(), { exact: true }).first()).toBeVisible();
  const employee = await signedIn(browser, "employee");
  expect((await employee.request.get("/api/roi")).status()).toBe(403);
  await employee.goto("/roi");
  await expect(
    employee
      .getByText("Not found")
      .or(employee.getByText(/does not exist|no page/i))
      .first(),
  ).toBeVisible();
});
