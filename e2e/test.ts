import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** Playwright's own, and every window a test opened is closed after it: one left open keeps asking the server, and all that follow are slower for it. */
export const test = base.extend<{ windowsClosed: undefined }>({
  windowsClosed: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
