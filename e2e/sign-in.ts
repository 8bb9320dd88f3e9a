import type { Browser, Cookie, Page } from "@playwright/test";
import { colleagueSignIn, otherSignIn } from "@/db/demo/load";
import type { RoleName } from "@/db/schema/access";
import { demoSignIns } from "@/lib/access/demo-sign-ins";

/** A browser of its own, signed in through the form as the demo's user of that role, a colleague of its employee, or the other organisation's administrator. */
export async function signedIn(browser: Browser, role: RoleName | "other" | "colleague"): Promise<Page> {
  const others = { other: otherSignIn, colleague: colleagueSignIn };
  const who = role in others ? others[role as keyof typeof others] : demoSignIns.find((choice) => choice.role === role);
  if (!who) throw new Error(`The demo has no ${role}`);
  return signedInAs(browser, who);
}

const kept = new Map<string, Cookie[]>();

/** The same for a user of whom only the sign-in is known. Whoever filled in the form before brings the cookies of it into a browser that is new otherwise. */
export async function signedInAs(browser: Browser, who: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext();
  await context.addCookies(kept.get(who.email) ?? []);
  const page = await context.newPage();
  if (kept.has(who.email)) {
    await page.goto("/");
  } else {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(who.email);
    await page.getByLabel("Password").fill(who.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  }
  await page.waitForURL((address) => address.pathname !== "/sign-in" && address.pathname !== "/");
  kept.set(who.email, await context.cookies());
  return page;
}
