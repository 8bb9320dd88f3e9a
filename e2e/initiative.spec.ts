import { openInitiative } from "./open-initiative";
import { openPart } from "./open-part";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

test("an executive opens an initiative that works and reads what may be said about it", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await openInitiative(page, /refund/i);

  await expect(page.getByRole("button", { name: /A.*Proven/ }).first()).toBeVisible();
  await expect(page.getByText(/caused/).first()).toBeVisible();
  const effect = page.getByRole("region", { name: "Did it work?" });
  await expect(effect.getByText(/Regression-adjusted difference/).first()).toBeVisible();
});

test("the certification that changed nothing is not claimed to work", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await openInitiative(page, /certification/i);

  // Evaluated anew where other data have come since.
  await expect(page.getByText(/No difference in .Rework rate. could be shown/).first()).toBeVisible();
  await expect(page.getByText(/caused/)).toHaveCount(0);
});

test("the ladder names the first broken link, its usual cause, and the figures it rests on", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await openInitiative(page, /certification/i);

  const line = page.getByRole("list", { name: "The chain from use to careers" });
  await expect(line.getByRole("listitem").filter({ hasText: "breaks here" })).toContainText("Applied at work");
  await openPart(page, "Ladder");
  const broken = page.getByRole("region", { name: "Where the chain breaks" });
  await expect(broken.getByText(/^The chain breaks between learning and work/)).toBeVisible();
  await expect(broken.getByText(/^Understood but not applied, usually transfer and manager support/)).toBeVisible();
  const seen = broken.getByRole("row", { name: /Behaviour, seen by others/ });
  await expect(seen).toContainText("did not move");
  await expect(seen).toContainText("rules out an improvement of 0.25");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    broken.getByRole("button", { name: "CSV" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("quality-certification-ladder.csv");

  await page.goto("/initiatives");
  await page.getByRole("link", { name: /set-up verification/i }).click();
  const sceptic = page.getByRole("region", { name: "What a sceptic would ask" });
  await sceptic.getByRole("link", { name: "Withstands other trends" }).click();
  await expect(page).toHaveURL(/#check-sensitivity$/);
  await openPart(page, "Ladder");
  const holds = page.getByRole("region", { name: "How far the chain holds" });
  await expect(holds.getByText("The chain holds from use to the business: every layer moved.")).toBeVisible();
  const sources = page.getByRole("region", { name: "Do figures, traces and people agree?" });
  await expect(sources.getByText(/^They agree: the figure moved/)).toBeVisible();
});

test("a phased initiative read from picture to claim", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  await page.goto("/initiatives");
  await page.getByRole("link", { name: /set-up verification/i }).click();

  const picture = page.getByRole("figure", { name: /move with exposure, and not before it/ });
  await expect(picture.getByText(/^Before exposure: /)).toBeVisible();
  await picture.scrollIntoViewIfNeeded();
  const drawing = picture.getByRole("application");
  // What the pointer rests on goes before what the keyboard asks for.
  await page.mouse.move(0, 0);
  await drawing.focus();
  await page.keyboard.press("ArrowRight");
  const shown = picture.getByRole("status");
  await expect(shown).toContainText(/months? before/);
  await expect(shown).toContainText("Band around all");
  const first = await shown.textContent();
  await page.keyboard.press("ArrowRight");
  await expect(shown).not.toHaveText(first ?? "");
  await picture.getByText("Numbers as a table").click();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    picture.getByRole("button", { name: "CSV" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/by-time-since-exposure\.csv$/);

  const waves = page.getByRole("region", { name: "Wave by wave" });
  await expect(waves.getByRole("columnheader", { name: /^Exposed .* people in \d+ clusters$/ })).toHaveCount(3);

  const checks = page.getByRole("region", { name: "Checks" });
  await checks.getByText("Withstands other trends").click();
  await expect(checks.getByText(/^sign open from/)).toBeVisible();
  await checks.getByText("Hangs on nobody alone").click();
  await expect(checks.getByRole("table", { name: /without each in turn/ }).getByRole("row")).toHaveCount(12);

  const effect = page.getByRole("region", { name: "Did it work?" });
  await expect(effect.getByText(/^The evidence strongly supports that the programme lowered/)).toBeVisible();
  await effect.getByText(/lower where people were trained, which is better/).click();
  await expect(effect.getByText("Standard error")).toBeVisible();
  await expect(effect.getByText(/ATT\(g, t\)/)).toBeHidden();
  await effect.getByText("Formula and data").click();
  await expect(effect.getByText(/ATT\(g, t\)/)).toBeVisible();
  await expect(page.getByRole("button", { name: /B.*Strong/ }).first()).toBeVisible();
});
