import { existsSync, readdirSync, rmSync } from "node:fs";
import { freePort } from "@/db/embedded-cluster";
import { withEphemeralPostgres } from "@/db/embedded-ephemeral";
import { migrate } from "@/db/migrate";
import { buildApp } from "./app-build";
import { loadDemoOnce } from "./demo-once";
import { findBrowser } from "./find-browser";
import { runNode } from "./run-program";
import { step } from "./step.mjs";
import { fromReport, nothing, playwrightTally, type Tally } from "./tally";
import { startWebServer } from "./web-server";

/** The built app on a database of its own with the demo in it, in a real browser. */
export async function runE2e(folder: string): Promise<Tally> {
  if (!existsSync("e2e") || !readdirSync("e2e").some((name) => name.endsWith(".spec.ts"))) return nothing;
  const report = `${folder}/results/e2e.json`;
  rmSync(report, { force: true });
  let browser = "";
  await step("browser", async () => {
    browser = await findBrowser();
    return browser;
  });
  await step("app", () => buildApp(folder));
  return withEphemeralPostgres(async (url) => {
    process.env.DATABASE_URL = url;
    await step("database", async () => `throw-away Postgres, schema ${await migrate(url)}`);
    await step("demo", () => loadDemoOnce(url, () => {}));
    const [port, mail] = [await freePort(), await freePort()];
    const env = {
      DATABASE_URL: url,
      APP_URL: `http://127.0.0.1:${port}`,
      // Nobody listens there until the spec of digests does.
      SMTP_URL: `smtp://127.0.0.1:${mail}`,
      SMTP_FROM: "Throughline <digest@throughline.example>",
      NEXTAUTH_SECRET: "for tests only, never stored",
      AUTH_TRUST_HOST: "true",
      THROUGHLINE_DEMO: "1",
    };
    const web = await startWebServer({ mode: "start", host: "127.0.0.1", port, env, show: false });
    try {
      const args = ["--conditions=react-server", "node_modules/@playwright/test/cli.js", "test"];
      const forTests = { ...env, E2E_ADDRESS: web.address, E2E_BROWSER: browser, E2E_REPORT: report };
      const { code } = await runNode(args, forTests, console.log);
      return fromReport(() => playwrightTally(report), code);
    } finally {
      await web.stop();
    }
  });
}
