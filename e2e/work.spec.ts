import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { addDays, dayOf } from "@/lib/days";
import { choosePerson } from "./choose-person";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const run = randomUUID().slice(0, 8);
const inAYear = addDays(dayOf(new Date()), 365);
const task = "Inspect stock items for wear or defects";
const chip = (page: Page) => page.getByRole("button", { name: new RegExp(`\\d+\\. ${task}:`) });
const panel = (page: Page) => page.getByRole("region", { name: "Chosen task" });

async function openRole(page: Page, role: string) {
  await page.goto("/work");
  await page.getByLabel("Role", { exact: true }).selectOption({ label: role });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 2, name: role })).toBeVisible();
}

/** Drops the chip in the middle of a field of the matrix. */
async function dragTo(page: Page, { frequency, impact }: { frequency: number; impact: number }) {
  const board = page.getByRole("region", { name: "Tasks by frequency and impact" });
  await chip(page).scrollIntoViewIfNeeded();
  const [from, box] = [await chip(page).boundingBox(), await board.boundingBox()];
  if (!from || !box) throw new Error("The matrix is not there");
  await page.mouse.move(from.x + 10, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + ((frequency - 0.5) * box.width) / 5, box.y + ((5.5 - impact) * box.height) / 5, {
    steps: 5,
  });
  await page.mouse.up();
}

test("a task is placed by the form, the keyboard and by dragging; the advice follows, and the audit log says so", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await openRole(lead, "Stockers and Order Fillers");
  // Before the page has come alive a click chooses nothing.
  await expect(async () => {
    await chip(lead).click();
    await expect(panel(lead)).toContainText(task, { timeout: 1_000 });
  }).toPass();
  await panel(lead).getByLabel("Frequency").selectOption("2");
  await panel(lead)
    .getByLabel(/Impact/)
    .selectOption("5");
  await panel(lead).getByRole("button", { name: "Place" }).click();
  await expect(panel(lead)).toContainText("Deep reference");

  await chip(lead).focus();
  await lead.keyboard.press("ArrowRight");
  await lead.keyboard.press("ArrowRight");
  await expect(chip(lead)).toHaveAccessibleName(/frequency 4, impact 5/);
  await expect(panel(lead)).toContainText("Practise and reinforce");
  await expect(lead.getByRole("row", { name: new RegExp(`${task} Practise and reinforce 4 × 5`) })).toBeVisible();
  await lead.reload();
  await expect(chip(lead)).toHaveAccessibleName(/frequency 4, impact 5/);

  await dragTo(lead, { frequency: 1, impact: 1 });
  await expect(chip(lead)).toHaveAccessibleName(/frequency 1, impact 1/);
  await expect(panel(lead)).toContainText("Leave it");
  await expect(lead.getByRole("row", { name: new RegExp(`${task} Leave it 1 × 1`) })).toBeVisible();

  const admin = await signedIn(browser, "admin");
  await admin.goto("/admin?tab=log&action=work.edit");
  await expect(admin.getByRole("row", { name: /Edited the map of work/ }).first()).toContainText("Luca Lead");

  const manager = await signedIn(browser, "manager");
  await manager.goto("/work");
  await expect(manager.getByRole("heading", { level: 1, name: "Where do people struggle?" })).toBeVisible();
  await expect(manager.getByRole("button", { name: "Place", exact: true })).toHaveCount(0);
});

test("what stands out in work events is kept as a friction point with its figures", async ({ browser }) => {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/work/friction");
  const found = lead.getByRole("table", { name: "Found in work events" });
  const keep = found.getByRole("button", { name: /^Keep / }).first();
  const [, standsOut = ""] = /^Keep (.*), \w+$/.exec((await keep.getAttribute("aria-label")) ?? "") ?? [];
  await keep.click();
  const form = lead.getByRole("dialog");
  await form.getByLabel(/Where it goes wrong/).fill("");
  await form.getByRole("button", { name: "Keep it" }).click();
  await expect(form.getByText("Say in a few words where it goes wrong")).toBeVisible();
  await form.getByLabel(/Where it goes wrong/).fill(`Seen in data ${run}`);
  await form.getByRole("button", { name: "Keep it" }).click();
  await expect(form).toBeHidden();
  const kept = lead
    .getByRole("table", { name: "Friction points" })
    .getByRole("row", { name: new RegExp(`Seen in data ${run}`) });
  await expect(kept).toContainText(standsOut);
  await expect(kept).toContainText("against");
  await expect(kept).toContainText("Open");
});

test("content that is missed is taken on with its reason, shows who has it in hand, and is closed with what was changed", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "ld_lead");
  await lead.goto("/work/missed");
  await expect(
    lead.getByRole("row", { name: /Signs the hand-over sheet .* Missed and still going wrong: revise the content/ }),
  ).toBeVisible();

  await lead.goto("/work/friction");
  const row = lead
    .getByRole("table", { name: "Content to revise" })
    .getByRole("row", { name: /^Hand-over sheet check / });
  const form = lead.getByRole("dialog");
  await expect(async () => {
    await row.getByRole("button", { name: "Take on Hand-over sheet check" }).click();
    await expect(form).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(form.getByLabel(/^Why/)).toHaveValue(/people missed “Signs the hand-over sheet/);
  await form.getByRole("button", { name: "Take it on" }).click();
  await expect(form.getByText("Choose who revises it")).toBeVisible();
  await choosePerson(form.getByLabel(/Who revises it/), "luca le", "Luca Lead");
  await form.getByLabel("Due on").fill(inAYear);
  await form.getByRole("button", { name: "Take it on" }).click();
  await expect(form).toBeHidden();
  await expect(row).toContainText("Open with Luca Lead, due on");

  await lead.goto("/work/revisions?status=open");
  const taken = lead
    .getByRole("table", { name: "Content taken on to revise" })
    .getByRole("row", { name: /^Hand-over sheet check Open .*Luca Lead/ });
  await expect(async () => {
    await taken.getByRole("button", { name: "Close Hand-over sheet check" }).click();
    await expect(form).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await form.getByLabel(/What was changed/).fill(`Names the three open issues ${run}`);
  await form.getByRole("button", { name: "Close it" }).click();
  await expect(form).toBeHidden();

  await lead.goto("/work/revisions?status=done");
  const done = lead.getByRole("table", { name: "Content taken on to revise" });
  await expect(done.getByRole("row", { name: new RegExp(`Names the three open issues ${run}`) })).toContainText(
    "Too early until",
  );
  await expect(done.getByRole("row", { name: /^Goods receipt check Revised/ })).toContainText(
    "Missed at first: less since",
  );

  const manager = await signedIn(browser, "manager");
  await manager.goto("/work/revisions");
  await expect(manager.getByRole("row", { name: new RegExp(run) })).toContainText("Luca Lead");
  await expect(manager.getByRole("button", { name: /^Close / })).toHaveCount(0);
});

test("help requests are imported and show what questions cost", async ({ browser }, testInfo) => {
  const folder = testInfo.outputPath("study");
  mkdirSync(folder, { recursive: true });
  const people = Array.from({ length: 12 }, (_, at) => `${run}-${at}`);
  const asked = people.slice(0, 6).flatMap((who, at) => {
    const row = (n: number, day: string, helper: number) =>
      `${run}-${at}-${n},${who},2026-10-${day}T09:00:00Z,2026-10-${day}T10:00:00Z,${people[helper]},30,,Refunds ${run},Chat`;
    return [
      row(1, "05", 6 + at),
      ...(at < 3 ? [row(2, "06", 6 + ((at + 1) % 6)), row(3, "06", 6 + ((at + 2) % 6))] : []),
    ];
  });
  writeFileSync(
    path.join(folder, "people.csv"),
    `employee_id,hire_date,hourly_cost\n${people.map((id) => `${id},2024-01-01,40`).join("\n")}\n`,
  );
  writeFileSync(
    path.join(folder, "help_requests.csv"),
    `request_id,employee_id,asked_at,answered_at,helper_id,minutes,task,topic,channel\n${asked.join("\n")}\n`,
  );
  // The small organisation beside the demo, so that nobody else's figures move while the specs run.
  const page = await signedIn(browser, "other");
  await page.goto("/data");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a folder" }).click();
  await (await choosing).setFiles(folder);
  await expect(page.getByRole("row", { name: /help_requests\.csv Help requests/ })).toBeVisible();
  await page.getByRole("button", { name: "Check 2 files" }).click();
  await expect(page.getByText("Checked, nothing imported yet: 24 new.")).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported: 24 new.")).toBeVisible();

  await page.goto("/work/help");
  // Six people with twelve requests, three of whom needed three people; six hours at 40 an hour.
  const topic = new RegExp(`Refunds ${run} 12 6 0\\.0% 50\\.0% 1 6 \\$240`);
  await expect(page.getByRole("row", { name: topic })).toBeVisible();
});
