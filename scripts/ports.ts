import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, SetupProblem } from "@/db/setup-problem";

/** Waits a moment, because a server that was just stopped takes one to let go. */
export async function refuseTakenPort(port: number, host: string, command: string) {
  for (let waited = 0; waited <= 2_000; waited += 200) {
    const problem = await listenProblem(port, host);
    if (problem === "") return;
    if (problem === "EACCES")
      throw new SetupProblem(`Port ${port} needs more rights. Start with PORT=3000 ${command}.`);
    if (problem !== "EADDRINUSE") throw new SetupProblem(`This computer cannot listen on HOST=${host} (${problem}).`);
    await sleep(200);
  }
  throw new SetupProblem(
    `Port ${port} is taken by another program. Start with PORT=${await nextFree(port, host)} ${command}.`,
  );
}

export function portFrom(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new SetupProblem(`PORT=${text} is no port. Use a number from 1 to 65535.`);
}

async function nextFree(port: number, host: string): Promise<number> {
  for (let next = port + 1; next < port + 100 && next < 65_536; next++) {
    if ((await listenProblem(next, host)) === "") return next;
  }
  return port + 1;
}

function listenProblem(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(codeOf(error)));
    probe.listen(port, host, () => probe.close(() => resolve("")));
  });
}
