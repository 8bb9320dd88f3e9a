import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { initiativeParts } from "@/lib/initiatives/initiative-href";
import { signedIn } from "./sign-in";
import { expect, test } from "./test";

const work = [
  "/work",
  "/work/friction",
  "/work/help",
  "/work/workflows",
  "/work/brittle",
  "/work/missed",
  "/work/revisions",
  "/work/portfolio",
];
const ofInitiative = [...initiativeParts.slice(1).map(({ part }) => `/${part}`), "/programme", "/lineage"];

/** Every page, room by room. */
const rooms = {
  "initiatives and money": [
    "/initiatives",
    "/initiatives/new?step=people&kpi=defect_rate&worst=6",
    "/initiatives/new?step=trade&kpi=defect_rate&worth=0.1",
    "/calendar",
    "/decisions",
    "/roi",
    "/scorecard",
  ],
  skills: [
    "/skills",
    "/skills/versions",
    "/skills/exchange",
    "/skills/scales",
    "/skills/evidence",
    "/skills/evidence/signals",
    "/skills/evidence/sources",
    "/skills/trust",
    "/skills/calibrations",
    "/skills/proposals",
    "/skills/capability",
    "/skills/certified",
    "/skills/maturity",
  ],
  "work, surveys and settings": [
    ...work,
    "/start",
    "/surveys",
    "/surveys/new",
    "/surveys/sources",
    "/data",
    "/data/history",
    "/methods",
    "/admin",
    "/admin/usage",
    "/me",
  ],
};

/** What those who see a part of the people open. */
const seenBy = {
  hrbp: [
    ...work,
    "/skills/capability",
    "/skills/certified",
    "/skills/maturity",
    "/skills/evidence",
    "/skills/trust",
    "/surveys",
  ],
  manager: [
    ...work,
    "/skills/capability",
    "/skills/certified",
    "/skills/maturity",
    "/skills/evidence",
    "/skills/calibrations",
  ],
  ld_lead: ["/start"],
  executive: ["/roi"],
} as const;
const roles = ["hrbp", "manager", "ld_lead", "executive"] as const;

const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
] as const;
/** The other theme on either device. */
const otherLooks = [
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
] as const;
type Look = (typeof looks | typeof otherLooks)[number];

for (const look of looks) {
  for (const [room, paths] of Object.entries(rooms)) {
    test(`${room}: every page is accessible and fits, ${written(look)}`, async ({ browser }) => {
      const page = await opened(browser, "admin", look);
      for (const path of paths) await expectFit(page, path);
    });
  }

  test(`an initiative: every part is accessible and fits, ${written(look)}`, async ({ browser }) => {
    const page = await opened(browser, "admin", look);
    await page.goto("/initiatives");
    const initiative = await page
      .getByRole("link", { name: /refund/i })
      .first()
      .getAttribute("href");
    for (const part of ["", ...ofInitiative]) await expectFit(page, `${initiative}${part}`);
  });
}

for (const look of otherLooks) {
  for (const role of roles) {
    test(`what a role sees is accessible and fits: ${role}, ${written(look)}`, async ({ browser }) => {
      const page = await opened(browser, role, look);
      for (const path of seenBy[role]) await expectFit(page, path);
    });
  }
}

function written({ width, colorScheme }: Look): string {
  return `${width} px wide, ${colorScheme}`;
}

async function opened(browser: Browser, role: "admin" | (typeof roles)[number], look: Look): Promise<Page> {
  const page = await signedIn(browser, role);
  await page.setViewportSize({ width: look.width, height: 900 });
  await page.emulateMedia({ colorScheme: look.colorScheme });
  return page;
}

/** The page at the path is loaded, accessible and no wider than the window. */
async function expectFit(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}
