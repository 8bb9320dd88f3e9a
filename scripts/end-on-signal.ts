import { parentOf } from "@/db/living-process";

/** On Ctrl+C or a polite kill, and when the npm that started this script is gone: clean up, then end. */
export function endOnSignal(cleanUp: () => Promise<void>): AbortSignal {
  const ending = new AbortController();
  const end = async (code: number) => {
    if (ending.signal.aborted) return;
    ending.abort();
    await cleanUp().catch((error) => console.error(error));
    process.exit(code);
  };
  process.on("SIGINT", () => end(130));
  process.on("SIGTERM", () => end(143));
  process.on("SIGHUP", () => end(129));
  const starters = npmAndItsShell();
  if (process.env.npm_lifecycle_event) {
    setInterval(() => npmAndItsShell() !== starters && end(0), 500).unref();
  }
  return ending.signal;
}

/** npm starts scripts through a shell, which outlives it. Elsewhere than on Linux only the shell is seen. */
function npmAndItsShell(): string {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}
