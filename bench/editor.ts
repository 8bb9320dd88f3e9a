import { type Browser, chromium, type Page } from "@playwright/test";
import { closePool } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { createDraft } from "@/lib/skills/drafts/create-draft";
import { writeChanges } from "@/lib/skills/publishing/write-changes";
import { changesBetween } from "@/lib/skills/tree/apply-changes";
import { findBrowser } from "@/scripts/find-browser";
import type { Bench, Figure } from "./bench";
import { inFolder } from "./cluster";
import { press, recordKeyPresses, type } from "./key-presses";
import { count, median, ms, quantile, ratio } from "./numbers";
import { signIn } from "./sign-in";
import { startApp } from "./start-app";
import { largeTree } from "./taxonomy-tree";

const sizes = { small: 500, normal: 5_000, full: 50_000 } as const;
const rounds = { small: 3, normal: 40, full: 20 };
const most = 50;

/** What whoever edits a large taxonomy waits for after a key press, in a real browser on a production build. */
export const editor: Bench = (scale, say) =>
  inFolder(async (folder) => {
    say("builds the app and loads the demo");
    const app = await startApp(folder);
    const database = await openEmbedded(folder);
    process.env.DATABASE_URL = database.url;
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
    try {
      const { cookie, viewer } = await signIn(app.address, "ld_lead");
      const tree = largeTree(sizes[scale]);
      const draftId = await draftOn(viewer, tree);
      const page = await openPage(browser, app.address, cookie);
      const times = await measure(page, `${app.address}/skills/drafts/${draftId}`, rounds[scale], say);
      return {
        setting: [
          `A draft on a taxonomy of ${count(tree.size)} nodes beside the demo's, on a production build in headless Chromium; edits are saved by the same machine meanwhile.`,
          `Milliseconds from the key press, as the browser stamps it, until the frame that shows it is drawn: median and 95th percentile of ${rounds[scale]} presses and more. The yardstick is a letter typed into a page with nothing but a field, in the same browser; a press waits for the next frame (${(1000 / 60).toFixed(1)} ms apart) whatever is done.`,
        ],
        figures: figuresOf(times),
        reading:
          "Reading: only rows in sight are drawn, and a press draws those it changes; what grows with the tree is laying out the rows that are open, after an edit or when something is opened.",
      };
    } finally {
      await browser.close();
      await closePool();
      await database.close();
      await app.stop();
    }
  });

async function draftOn(viewer: Viewer, tree: ReturnType<typeof largeTree>): Promise<string> {
  await inTenant(viewer.orgId, (tx) => writeChanges(tx, viewer.orgId, changesBetween(new Map(), tree)));
  return (await createDraft(viewer, { title: "Bench" })).id;
}

async function openPage(browser: Browser, address: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await recordKeyPresses(page);
  return page;
}

type Times = Record<string, number[]>;

async function measure(page: Page, draft: string, presses: number, say: (line: string) => void): Promise<Times> {
  const times: Times = {};
  const note = (what: string, found: number[]) => {
    times[what] = [...(times[what] ?? []), ...found];
  };
  const search = page.getByLabel("Search the taxonomy");
  const treegrid = page.getByRole("treegrid");
  const rowCount = async () => Number(await treegrid.getAttribute("aria-rowcount"));
  /** Before and after, so that what else the machine does falls on both. */
  const plain = async () => {
    await page.goto("data:text/html,<input autofocus>");
    await page.locator("input").focus();
    await type(page, "warm up");
    for (let round = 0; round < presses; round++) note(yardstick, await type(page, "a"));
  };
  await plain();

  await page.goto(draft);
  await treegrid.waitFor();
  /** At the row of a role in the midst, whose parts are closed. */
  const goTo = async (name: string) => {
    await search.fill(name);
    await treegrid.getByRole("row", { name }).first().click();
    await search.fill("");
    await treegrid.locator('[aria-current="true"]').focus();
  };
  const inState = async (state: string) => {
    const rows = count(await rowCount());
    say(`${state}: ${rows} rows open`);
    const called = (what: string) => `${what}, ${rows} rows open`;
    for (let round = 0; round < presses; round++) {
      note(called("arrow down"), [await press(page, "ArrowDown")]);
      note(called("a name opened to be written"), [await press(page, "Enter")]);
      note(called("a letter of it"), await type(page, "ab"));
      note(called("the name taken"), [await press(page, "Enter")]);
      note(called("undone"), [await press(page, "Control+z")]);
    }
  };
  await goTo("Role 18");
  await press(page, "ArrowLeft");
  for (let round = 0; round < presses; round++) {
    note("a role opened", [await press(page, "ArrowRight")]);
    note("a role closed", [await press(page, "ArrowLeft")]);
  }
  await press(page, "ArrowRight");
  await press(page, "ArrowDown");
  for (let round = 0; round < presses; round++) {
    note("a task moved down", [await press(page, "Alt+ArrowDown")]);
    note("a task moved up", [await press(page, "Alt+ArrowUp")]);
  }
  await press(page, "n");
  for (let round = 0; round < presses; round++) {
    await page.keyboard.insertText(`Another skill ${round}`);
    note("a skill added", [await press(page, "Enter")]);
  }
  await press(page, "Escape");
  await inState("few");

  await search.focus();
  for (let round = 0; round < presses / 2; round++) {
    await search.fill("");
    await page.getByText(/\d found/).waitFor({ state: "hidden" });
    note("a letter of a search", await type(page, "behaviour"));
    await page.getByText(/\d found/).waitFor();
  }
  await press(page, "Enter");
  await inState("all that was found");
  await plain();
  return times;
}

const yardstick = "a letter typed into an empty page";

function figuresOf(times: Times): Figure[] {
  const base = median(times[yardstick] ?? []);
  return Object.entries(times).map(([what, found]) => {
    const [middle, late] = [median(found), quantile(found, 0.95)];
    const measured = `${ms(middle)}, ${ms(late)}${what === yardstick ? "" : `; median / yardstick ${ratio(middle / base)}`}`;
    if (what === yardstick) return { what: `${what}: median, 95th percentile`, measured };
    return { what, measured, goal: { wanted: `95th percentile at most ${most} ms`, met: late <= most } };
  });
}
