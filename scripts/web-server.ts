import { setTimeout as sleep } from "node:timers/promises";
import { SetupProblem } from "@/db/setup-problem";
import { startNode } from "./run-program";

export type WebServer = { address: string; ended: Promise<void>; stop(): Promise<void> };

type Options = { mode: "start" | "dev"; host: string; port: number; env: Partial<NodeJS.ProcessEnv>; show: boolean };

/** Starts Next and waits until the first page is served. */
export async function startWebServer({ mode, host, port, env, show }: Options): Promise<WebServer> {
  const args = ["node_modules/next/dist/bin/next", mode, "--hostname", host, "--port", String(port)];
  const child = startNode(args, { ...env, NODE_ENV: mode === "dev" ? "development" : "production" });
  let silent = !show;
  let said = "";
  const hear = (chunk: Buffer) => {
    said = (said + chunk).slice(-20_000);
    if (!silent) process.stdout.write(chunk);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const address = `http://${host.includes(":") ? `[${host}]` : host === "0.0.0.0" ? "localhost" : host}:${port}`;

  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(address)) {
      silent = false;
      const stop = async () => {
        silent = true;
        child.kill("SIGTERM");
        const gentle = await Promise.race([ended.then(() => true), sleep(5_000).then(() => false)]);
        if (!gentle) child.kill("SIGKILL");
        await ended;
      };
      return { address, ended, stop };
    }
    await sleep(25);
  }
  throw new SetupProblem(`${said.trim()}\n\nThe web server stopped while starting (its words are above).`);
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(60_000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
