import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { initiativeParts } from "@/lib/initiatives/initiative-href";
import { signedIn } from "./sign-in";

const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
] as const;
/** The other theme on either device, for those who see a part of the people. */
const otherLooks = [
  { width: 1280, colorScheme: "dark" },
  { width: 360, colorScheme: "light" },
] as const;

for (const { width, colorScheme } of looks) {
  test(`every page is accessible and fits, ${width} px wide, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const admin = await signedIn(browser, "admin");
    await admin.setViewportSize({ width, height: 900 });
    await admin.emulateMedia({ colorScheme });
    await admin.goto("/initiatives");
    const initiative = await admin
      .getByRole("link", { name: /refund/i })
      .first()
      .getAttribute("href");
    const paths = [
      "/scorecard",
      "/initiatives",
      `${initiative}`,
      ...initiativeParts.slice(1).map(({ part }) => `${initiative}/${part}`),
      `${initiative}/programme`,
      "/initiatives/new?step=people&kpi=defect_rate&worst=6",
      "/initiatives/new?step=trade&kpi=defect_rate&worth=0.1",
      "/calendar",
      "/decisions",
      "/roi",
      `${initiative}/lineage`,
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
      "/start",
      "/work",
      "/work/friction",
      "/work/help",
      "/work/workflows",
      "/work/brittle",
      "/work/missed",
      "/work/revisions",
      "/work/portfolio",
      "/surveys",
      "/surveys/new",
      "/surveys/sources",
      "/data",
      "/data/history",
      "/methods",
      "/admin",
      "/admin/usage",
      "/me",
    ];
    for (const path of paths) {
      await expectFit(admin, path);
    }
  });
}

for (const { width, colorScheme } of otherLooks) {
  test(`work and skills are accessible and fit for a partner and a manager, ${width} px wide, ${colorScheme}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const shared = [
      "/work",
      "/work/friction",
      "/work/help",
      "/work/workflows",
      "/work/brittle",
      "/work/missed",
      "/work/revisions",
      "/work/portfolio",
    ];
    const seen = [...shared, "/skills/capability", "/skills/certified", "/skills/maturity", "/skills/evidence"];
    for (const [role, paths] of [
      ["hrbp", [...seen, "/skills/trust", "/surveys"]],
      ["manager", [...seen, "/skills/calibrations"]],
      ["ld_lead", ["/start"]],
      ["executive", ["/roi"]],
    ] as const) {
      const page = await signedIn(browser, role);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      for (const path of paths) await expectFit(page, path);
    }
  });
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
