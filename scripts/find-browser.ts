import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { SetupProblem } from "@/db/setup-problem";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium for the browser tests: the one named in CHROMIUM, an installed one, or a Debian package. */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM ?? process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (named && !existsSync(named)) throw new SetupProblem(`There is no browser at CHROMIUM=${named}.`);
  const found = named ?? usual.find((file) => existsSync(file)) ?? (await playwrightsOwn()) ?? installed();
  if (found) return found;
  throw new SetupProblem(
    "The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium; elsewhere: npx playwright install chromium) or name it with CHROMIUM=/path npm test.",
  );
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

function installed(): string | undefined {
  if (userInfo().uid !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const aptGet = (...args: string[]) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return (
      spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...args], { env, stdio: "ignore" }).status === 0
    );
  };
  const install = () => aptGet("install", "-y", "--no-install-recommends", "chromium");
  if (!install()) aptGet("update") && install();
  return usual.find((file) => existsSync(file));
}
