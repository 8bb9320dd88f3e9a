import { defaultFolder, makeWritable } from "@/db/embedded";
import { buildApp } from "./app-build";
import { type AppDatabase, openAppDatabase } from "./app-database";
import { takeAppLock } from "./app-lock";
import { appSecret } from "./app-secret";
import { type DemoState, loadDemoOnce } from "./demo-once";
import { endOnSignal } from "./end-on-signal";
import { portFrom, refuseTakenPort } from "./ports";
import { stopChildren } from "./run-program";
import { step } from "./step.mjs";
import { startWebServer, type WebServer } from "./web-server";

/** Everything from nothing to a served page, for use ("start") or for work on the code ("dev"). */
export async function serveApp(mode: "start" | "dev") {
  const began = performance.now();
  const folder = defaultFolder();
  const host = process.env.HOST ?? "127.0.0.1";
  const port = portFrom(process.env.PORT);
  makeWritable(folder);
  const unlock = await takeAppLock(folder, `http://${host}:${port}`);
  let database: AppDatabase | undefined;
  let web: WebServer | undefined;
  let demo: DemoState = "unchanged";
  const stop = async () => {
    stopChildren();
    await web?.stop();
    await database?.close();
    unlock();
  };
  const signals = endOnSignal(stop);
  try {
    await refuseTakenPort(port, host, mode === "start" ? "npm start" : "npm run dev");
    const prepared = step("database", async () => {
      database = await openAppDatabase(folder);
      return database.said;
    }).then(() =>
      step("demo", async () => {
        demo = await loadDemoOnce(process.env.DATABASE_URL ?? "", (line) => console.log(`  ${line}`));
        return demo;
      }),
    );
    const built = mode === "start" ? step("app", () => buildApp(folder)) : undefined;
    await Promise.all([prepared, built]);
    await step("server", async () => {
      const env = {
        NEXTAUTH_SECRET: appSecret(folder),
        AUTH_TRUST_HOST: "true",
        THROUGHLINE_DEMO: hasDemo(demo) ? "1" : "0",
      };
      web = await startWebServer({ mode, host, port, env, show: false });
      return "serves pages";
    });
    console.log(`\nThroughline is at ${web?.address} (ready in ${secondsSince(began)} s). Ctrl+C stops it.`);
    if (hasDemo(demo)) await showSignIns();
    await web?.ended;
    if (!signals.aborted) throw new Error("The web server ended by itself.");
  } catch (error) {
    if (!signals.aborted) {
      await stop();
      throw error;
    }
  }
}

async function showSignIns() {
  const { demoSignIns } = await import("@/lib/access/demo-sign-ins");
  console.log("\nThe demo's sign-ins:");
  for (const { role, email, password } of demoSignIns) {
    console.log(`  ${role.padEnd(10)} ${email.padEnd(40)} ${password}`);
  }
}

const hasDemo = (demo: DemoState) => demo === "loaded" || demo === "unchanged";

const secondsSince = (began: number) => ((performance.now() - began) / 1000).toFixed(1);
