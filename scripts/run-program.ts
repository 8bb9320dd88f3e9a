import { type ChildProcess, spawn } from "node:child_process";

export type Finished = { code: number | null; output: string };

const running = new Set<ChildProcess>();

/** Runs a Node program of a package and gathers what it says. Children end with this process. */
export function runNode(
  args: string[],
  env: Partial<NodeJS.ProcessEnv> = {},
  onLine?: (line: string) => void,
): Promise<Finished> {
  const child = startNode(args, env);
  let output = "";
  const hear = (chunk: Buffer) => {
    output += chunk;
    if (onLine) for (const line of chunk.toString().split("\n")) if (line) onLine(line);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

export function startNode(args: string[], env: Partial<NodeJS.ProcessEnv> = {}): ChildProcess {
  const child = spawn(process.execPath, ["--import", "./scripts/end-with-parent.mjs", ...args], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

export function stopChildren() {
  for (const child of running) child.kill("SIGTERM");
}
