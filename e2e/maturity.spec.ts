import type { Page } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const role = "Machinists";
const behaviour = "Reduces the feed at the first sound of chatter";

test("a maturity level rises because a signal arrived", async ({ browser }) => {
  // Ratings are written and figures computed by jobs, beside those of other specs.
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/skills/maturity");
  await lead.getByRole("link", { name: role, exact: true }).click();
  const place = lead.getByRole("region", { name: `${role}: everywhere` });
  await expect(place.getByText(/^Level 2: manager-verified application/)).toBeVisible();
  await expect(missing(place, "Work systems gave evidence")).toBeVisible();

  await reviseTheMap(lead);
  await lead.goto("/skills/maturity");
  await lead.getByRole("link", { name: role, exact: true }).click();
  await expect(place.getByText(/^Level 2:/)).toBeVisible();
  await expect(missing(place, "The map was changed")).toHaveCount(0);
  await expect(missing(place, "Work systems gave evidence")).toBeVisible();

  await lead.goto("/skills/evidence/signals/new");
  await lead.getByLabel("Name").fill(`Chatter heard in time ${Date.now()}`);
  await lead.getByLabel("Behaviour it sees").selectOption({ label: behaviour });
  await lead.getByLabel("Of the task").selectOption({ label: "Machine parts to specifications" });
  await lead.getByLabel("Least jobs").fill("3");
  await lead.getByLabel("Why").fill("Parts right first time are what listening in time leads to");
  await lead.getByRole("button", { name: "Try it on the last year" }).click();
  await expect(lead.getByText(/people/).first()).toBeVisible();
  await lead.getByRole("button", { name: "Keep as a draft" }).click();
  await lead.getByRole("button", { name: "Activate" }).click();
  await lead.getByRole("dialog").getByRole("button", { name: "Activate" }).click();
  await expect(lead.getByRole("button", { name: "Retire" })).toBeVisible();

  await expect(async () => {
    await lead.goto("/skills/maturity");
    await lead.getByRole("link", { name: role, exact: true }).click();
    await expect(place.getByText(/^Level 3: workflow-integrated signals/)).toBeVisible();
  }).toPass({ timeout: 200_000 });
  await expect(place.getByText(/level 2 before/)).toBeVisible();
});

const missing = (place: ReturnType<Page["getByRole"]>, name: string) =>
  place.getByRole("listitem").filter({ hasText: name }).getByText("Missing", { exact: true });

/** A word on the role itself, published: the map of the role has been looked at again. */
async function reviseTheMap(lead: Page): Promise<void> {
  await lead.goto("/skills/drafts");
  await lead.getByRole("button", { name: "New draft" }).click();
  await lead
    .getByRole("dialog")
    .getByLabel(/What is to change/)
    .fill(`What machinists do ${Date.now()}`);
  await lead.getByRole("dialog").getByRole("button", { name: "Start the draft" }).click();
  await lead.getByLabel("Search the taxonomy").fill(role);
  const row = lead.getByRole("treegrid", { name: /^Taxonomy/ }).getByRole("row", { name: role, exact: true });
  await row.first().click();
  const summary = lead.getByRole("article", { name: "Chosen node" }).getByLabel("Summary");
  await summary.fill(`Machine precision parts from set-up to the last measurement, ${Date.now()}`);
  await summary.blur();
  await expect(lead.getByText("All changes saved")).toBeVisible();
  await lead.getByRole("link", { name: "Difference and review" }).click();
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await lead.getByLabel(/What changes/).fill("What machinists do, in a sentence");
  await lead.getByRole("button", { name: "Publish" }).click();
  await expect(lead.getByRole("heading", { level: 1, name: /^Version \d+, in force$/ })).toBeVisible();
}
