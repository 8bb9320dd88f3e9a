import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/db/embedded-cluster";
import { startNode } from "@/scripts/run-program";

export type RunningApp = { address: string; took: number; stop(): Promise<void> };

/** `npm start` with a folder of its own, timed from the command to the first page that is served whole. */
export async function startApp(folder: string): Promise<RunningApp> {
  const npm = process.env.npm_execpath;
  if (!npm) throw new Error("Start this bench through npm");
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = startNode([npm, "start"], { THROUGHLINE_FOLDER: folder, PORT: String(port), DATABASE_URL: undefined });
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  while (!(await serves(address))) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${said}`);
    await sleep(10);
  }
  const took = performance.now() - began;
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    // The start script notices that npm is gone, closes the database and then gives the folder free.
    while (existsSync(path.join(folder, "app.json"))) await sleep(20);
  };
  return { address, took, stop };
}

async function serves(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/sign-in`, { signal: AbortSignal.timeout(30_000) });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}
