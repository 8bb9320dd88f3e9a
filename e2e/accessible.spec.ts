import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signedIn } from "./sign-in";

const looks = [
  { width: 1280, colorScheme: "light" },
  { width: 360, colorScheme: "dark" },
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
      "/initiatives/new?step=people&kpi=defect_rate&worst=6",
      "/initiatives/new?step=trade&kpi=defect_rate&worth=0.1",
      "/calendar",
      "/skills",
      "/skills/versions",
      "/skills/exchange",
      "/skills/scales",
      "/skills/evidence",
      "/skills/evidence/signals",
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
      "/work/portfolio",
      "/data",
      "/data/history",
      "/methods",
      "/admin",
      "/me",
    ];
    for (const path of paths) {
      await admin.goto(path);
      await expect(admin.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(admin.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page: admin }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await admin.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  });
}
