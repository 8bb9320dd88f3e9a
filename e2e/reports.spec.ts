import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { pdfPages } from "@/test/pdf-pages";
import { openInitiative } from "./open-initiative";
import { openPart } from "./open-part";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const plain = (text: string) => text.replace(/\s+/g, " ");

async function textOf(page: Page, address: string): Promise<string> {
  const file = await page.request.get(address);
  expect(file.status()).toBe(200);
  const { pages } = await pdfPages(await file.body());
  return plain(pages.map(({ text }) => text).join(" "));
}

/** The initiative of the demo of whose assumptions finance has not signed all. */
async function openRefunds(page: Page): Promise<string> {
  await openInitiative(page, /refund handling/i);
  await page.waitForURL(/\/initiatives\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

test("finance signs an assumption, and the badge changes on the page and in the PDF", async ({ browser }) => {
  const page = await signedIn(browser, "finance");
  const path = await openRefunds(page);
  const before = await textOf(page, `${path}/report?format=pdf-full`);
  const [, signed = "", used = ""] = /(\d+) of (\d+) assumptions signed by finance/.exec(before) ?? [];
  expect(Number(signed)).toBeLessThan(Number(used));
  expect(before).toContain("Not signed: Share of freed time");

  await openPart(page, "Money");
  // Whether it is unsigned or was changed since ("Changed since signed by ...") hangs on what else was tried on it.
  const rows = page
    .getByRole("row", { name: /Share of freed time/ })
    .filter({ has: page.getByRole("button", { name: /^Sign / }) });
  const badges = rows.filter({ hasText: /Signed by/ });
  const stood = await badges.count();
  const row = rows.filter({ hasNotText: /Signed by/ }).first();
  await row.getByRole("button", { name: /^Sign / }).click();
  const dialog = page.getByRole("dialog", { name: /Sign “Share of freed time/ });
  await dialog.getByRole("button", { name: "Sign it" }).click();
  await expect(dialog).toBeHidden();
  await expect(badges).toHaveCount(stood + 1);

  const after = await textOf(page, `${path}/report?format=pdf-full`);
  const now = Number(signed) + 1;
  const today = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  expect(after).toContain(
    `${now === Number(used) ? `All ${used}` : `${now} of ${used}`} assumptions signed by finance`,
  );
  expect(after).toMatch(new RegExp(`last by [^.]+ on ${today.format(new Date())}`));
  expect(after.split("Signed by").length).toBe(before.split("Signed by").length + 1);
});

test("an executive saves each page in every format, under a name that says what it is", async ({ browser }) => {
  const page = await signedIn(browser, "executive");
  const day = String.raw`\d{4}-\d{2}-\d{2}`;
  await page.goto("/roi");
  await page.getByRole("button", { name: "Export" }).click();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "One page (PDF)" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(new RegExp(`^roi-what-learning-was-worth-${day}\\.pdf$`));

  const initiative = await openRefunds(page);
  for (const [address, name] of [
    ["/roi", "roi-what-learning-was-worth"],
    [initiative, "initiative-refund-handling[a-z-]*"],
    ["/scorecard", "scorecard-whole-organisation[a-z0-9-]*"],
  ]) {
    for (const [format, ending] of [
      ["pdf-full", "-full-DAY.pdf"],
      ["pptx", "-DAY.pptx"],
      ["xlsx", "-DAY.xlsx"],
      ["csv", "-DAY.csv"],
    ]) {
      const file = await page.request.get(`${address}/report?format=${format}`);
      expect(file.status(), `${address} as ${format}`).toBe(200);
      expect(file.headers()["cache-control"]).toBe("no-store");
      const said = /filename="([^"]+)"/.exec(file.headers()["content-disposition"] ?? "")?.[1];
      expect(said).toMatch(new RegExp(`^${name}${ending?.replace("DAY", day).replace(".", "\\.")}$`));
    }
  }
});

test("the API, the CSV and the PDF of the portfolio hold the same figures", async ({ browser }) => {
  const page = await signedIn(browser, "finance");
  const { roi } = await (await page.request.get("/api/roi")).json();
  const csv: Record<string, string>[] = parse(await (await page.request.get("/roi/report?format=csv")).text(), {
    columns: true,
    bom: true,
  });
  const pdf = await textOf(page, "/roi/report?format=pdf-full");
  const { spent, benefit, net, returnOnInvestment, lossProbability } = roi.rollUp;
  const expected = {
    spent,
    benefit: benefit.central,
    net: net.central,
    roi: returnOnInvestment.central,
    loss: lossProbability,
  };
  for (const [id, value] of Object.entries(expected)) {
    const row = csv.find(({ figure }) => figure === id);
    expect(Number(row?.value), id).toBe(value);
    expect(pdf, id).toContain(plain(row?.written ?? "").split(" (")[0]);
  }
});

test("whoever may not see a page gets no report of it", async ({ browser }) => {
  const executive = await signedIn(browser, "executive");
  const initiative = await openRefunds(executive);
  const manager = await signedIn(browser, "manager");
  const employee = await signedIn(browser, "employee");
  const other = await signedIn(browser, "other");
  for (const [page, address] of [
    [manager, "/roi"],
    [manager, initiative],
    [employee, "/scorecard"],
    [other, initiative],
  ] as const) {
    expect((await page.request.get(`${address}/report?format=pdf`)).status(), address).toBe(404);
  }
  expect((await executive.request.get("/roi/report?format=docx")).status()).toBe(400);
});
