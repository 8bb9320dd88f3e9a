import type { Browser, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import type { Roi, RoiRow } from "@/lib/roi/portfolio/roi";
import { pdfText, plain, slidesText, workbookRows } from "@/test/file-texts";
import { openInitiative } from "./open-initiative";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

type Api = { roi: Roi; sunk: { sunk: { sunkHours: number } } };
/** A figure as it is written, with its name and range, in the CSV of its report; and the number in it. */
type Written = { name: string; text: string; range: string; value: number };
/** How the API has a figure, and how its page reads. */
type Place = { api: (api: Api) => number | undefined; page: (figure: Written) => string };

const refunds = /^Refund handling/;
const rowOf = ({ roi }: Api): RoiRow | undefined => roi.rows.find(({ title }) => refunds.test(title));
const beside = ({ name, text, range }: Written) => [name, text, range].filter(Boolean).join(" ");

const ofPortfolio: Record<string, Place> = {
  spent: { api: ({ roi }) => roi.rollUp.spent, page: ({ text }) => `initiatives ${text}` },
  benefit: {
    api: ({ roi }) => roi.rollUp.benefit.central,
    page: ({ text, range }) => `Counted back, grades A to C ${range} First year, 95% range, about ${text}`,
  },
  roi: {
    api: ({ roi }) => roi.rollUp.returnOnInvestment?.central,
    page: ({ range }) => `a return of ${range}`,
  },
  loss: { api: ({ roi }) => roi.rollUp.lossProbability, page: beside },
  sunk_hours: { api: ({ sunk }) => sunk.sunk.sunkHours, page: ({ text }) => `${text} of ` },
};
const ofInitiative: Record<string, Place> = {
  benefit: { api: (api) => rowOf(api)?.benefit?.central, page: beside },
  cost: { api: (api) => rowOf(api)?.spent, page: beside },
  net: { api: (api) => rowOf(api)?.net?.central, page: beside },
  roi: { api: (api) => rowOf(api)?.returnOnInvestment?.central, page: beside },
  loss: { api: (api) => rowOf(api)?.lossProbability ?? undefined, page: beside },
};

async function textOf(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
  return plain((await page.getByRole("main").allInnerTexts()).join(" "));
}

/** The report of the open page by a link, as somebody without an account reads it. */
async function sharedText(browser: Browser, page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share by link" }).click();
  const dialog = page.getByRole("dialog", { name: "Share by link" });
  await dialog.getByLabel(/^What it is for/).fill("The same figures");
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(await dialog.getByLabel("The link", { exact: true }).inputValue());
  await expect(stranger.getByText(/This page can be opened until/)).toBeVisible();
  return textOf(stranger);
}

/** A page, its files and its shared link, and the API, all of one state: other tests change figures beside this one, and then all is read again. */
async function everywhere(browser: Browser, page: Page, address: string, files: string) {
  const asked = async (): Promise<Api> => (await page.request.get("/api/roi")).json();
  const figures = ({ roi }: Api) => JSON.stringify([roi.rollUp, roi.rows]);
  const file = async (format: string) => (await page.request.get(`${files}/report?format=${format}`)).body();
  for (;;) {
    const api = await asked();
    await page.goto(address);
    const found = {
      api,
      page: await textOf(page),
      csv: parse(await file("csv"), { columns: true, bom: true }) as Record<string, string>[],
      files: { pdf: await pdfText(await file("pdf-full")), slides: await slidesText(await file("pptx")) },
      workbook: await workbookRows(await file("xlsx")),
      shared: await sharedText(browser, page),
    };
    if (figures(await asked()) === figures(api)) return found;
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function expectSame(found: Awaited<ReturnType<typeof everywhere>>, places: Record<string, Place>): void {
  for (const [id, { api, page }] of Object.entries(places)) {
    const row = found.csv.find(({ figure }) => figure === id);
    const [, text = "", range = ""] = /^(.+?)(?: \((.+)\))?$/.exec(plain(row?.written ?? "")) ?? [];
    const figure: Written = { name: row?.name ?? "", text, range, value: Number(row?.value) };
    expect(figure.value, `${id} in the API`).toBe(api(found.api));
    expect(found.page, `${id} on the page`).toContain(page(figure));
    // A grade may stand between a name and its figure.
    const named = new RegExp(`${escaped(figure.name)}(?: \\(grade [A-E]\\)| [A-E])? ${escaped(text)}`);
    for (const [name, written] of Object.entries({ ...found.files, shared: found.shared })) {
      expect(written, `${id} in ${name}`).toMatch(named);
      expect(written, `the range of ${id} in ${name}`).toContain(range);
    }
    const cells = found.workbook.find(([label]) => label === figure.name) ?? [];
    const isIn = cells.some((one) => typeof one === "number" && Math.abs(one - figure.value) <= 1e-9 * Math.abs(one));
    expect(isIn, `${id} in the workbook`).toBe(true);
  }
}

test("ten figures are the same on their page, in the API, CSV, PDF, slides and workbook, and on a shared link", async ({
  browser,
}) => {
  const page = await signedIn(browser, "executive");
  expectSame(await everywhere(browser, page, "/roi", "/roi"), ofPortfolio);
  await openInitiative(page, refunds);
  await page.waitForURL(/\/initiatives\/[0-9a-f-]{36}/);
  const initiative = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
  expectSame(await everywhere(browser, page, `${initiative}/money`, initiative), ofInitiative);
});
