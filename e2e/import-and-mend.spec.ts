import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const run = randomUUID().slice(0, 8);
const header = "employee_id,email,hire_date,hourly_cost";
const good = [`${run}-1,${run}-1@example.com,2024-01-01,30`, `${run}-2,,2024-02-01,31.5`];
const bad = [`${run}-3,,1.3.2024,30`, `${run}-4,,2024-04-01,thirty`, `,${run}-5@example.com,2024-05-01,30`];
const mended = [`${run}-3,,2024-03-01,30`, `${run}-4,,2024-04-01,30`, `${run}-5,${run}-5@example.com,2024-05-01,30`];

test("bad rows are named and given back; mended and imported again they are added and the good ones stay", async ({
  browser,
}, testInfo) => {
  const folder = testInfo.outputPath("study");
  mkdirSync(folder, { recursive: true });
  const write = (name: string, lines: string[]) => writeFileSync(path.join(folder, name), `${lines.join("\n")}\n`);
  write("kpis.csv", ["kpi,name,direction", `errors_${run},Errors ${run},down`]);
  write("people.csv", [header, ...good, ...bad]);
  // The small organisation beside the demo, so that nobody else's figures move while the specs run.
  const page = await signedIn(browser, "other");

  await checkFolder(page, folder);
  await expect(page.getByText("Checked, nothing imported yet: 3 new, 3 rejected.")).toBeVisible();
  const faults = page.getByRole("table", { name: "3 rows are not taken" });
  await expect(faults.getByRole("row", { name: /^4 hire_date 1\.3\.2024 / })).toContainText("a date such as");
  await expect(faults.getByRole("row", { name: /^5 hourly_cost thirty / })).toContainText("a number");
  await expect(faults.getByRole("row", { name: /^6 employee_id / })).toContainText("must not be empty");

  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported: 3 new, 3 rejected.")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Download 3 rejected rows/ }).click();
  const rejected = readFileSync(await (await downloading).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(rejected[0]).toBe(`${header},line,column,reason`);
  expect(rejected.slice(1).map((line, at) => line.startsWith(bad[at] ?? "?"))).toEqual([true, true, true]);

  write("people.csv", [header, ...good, ...mended]);
  await checkFolder(page, folder);
  await expect(page.getByText("Checked, nothing imported yet: 3 new, 3 here already.")).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported: 3 new, 3 here already.")).toBeVisible();
  const outcome = page.getByRole("row", { name: /people\.csv/ });
  await expect(outcome).toContainText("Taken");
});

async function checkFolder(page: Page, folder: string) {
  await page.getByRole("link", { name: "Data What feeds this?" }).click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a folder" }).click();
  await (await choosing).setFiles(folder);
  const chosen = page.getByRole("table", { name: "Files to send" });
  await expect(chosen.getByRole("row", { name: /people\.csv People/ })).toBeVisible();
  await expect(chosen.getByRole("row", { name: /kpis\.csv KPI definitions/ })).toBeVisible();
  await page.getByRole("button", { name: "Check 2 files" }).click();
}
