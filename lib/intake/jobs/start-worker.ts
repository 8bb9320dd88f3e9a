import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import pg from "pg";
import { sendDigests } from "@/lib/digests/send-digests";
import { runSignalsJob } from "@/lib/evidence/signals/run-signals";
import { runSignalsOfAll } from "@/lib/evidence/signals/run-signals-later";
import { remindObservers } from "@/lib/observe/reminders/remind";
import { prepareAnswer } from "@/lib/prepared/prepare-answer";
import { refreshAllProposals } from "@/lib/skills/proposals/refresh-proposals";
import { noteAnswers, settleAnswers } from "@/lib/surveys/note-answers";
import { noteObserved, settleObserved } from "./pend-observed";
import { releaseDeadWork } from "./release-dead-work";
import { runUpload } from "./run-upload";
import { stateLeftOver } from "./state-left-over";

const shared = globalThis as typeof globalThis & { throughlineWorker?: Promise<void> };
const onlyWorker = 7_305_188_143;
const quiet = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") console.error(message);
});

/** Works off the queue for as long as this process lives. One process per database does; others stand by. Once per process. */
export function startWorker(ownerUrl: string): void {
  shared.throughlineWorker ??= keepWorking(ownerUrl);
}

async function keepWorking(ownerUrl: string): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());
  let said = "";
  while (!stopping.signal.aborted) {
    await workUntilDisconnected(ownerUrl, stopping.signal).catch((error: unknown) => {
      if (String(error) !== said) console.error("Imports wait, because the queue cannot be worked off:", error);
      said = String(error);
    });
    await sleep(2_000, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
  }
}

/** The lock lives with its connection: a process that dies, however it dies, makes room for the next one. */
async function workUntilDisconnected(ownerUrl: string, stopping: AbortSignal): Promise<void> {
  const guard = new pg.Client(ownerUrl);
  const disconnected = new Promise<void>((resolve) => {
    guard.on("error", () => {});
    guard.once("end", resolve);
  });
  const stopped = new Promise<void>((resolve) => stopping.addEventListener("abort", () => resolve(), { once: true }));
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 3 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  let runner: Runner | undefined;
  try {
    await guard.connect();
    await Promise.race([guard.query("select pg_advisory_lock($1)", [onlyWorker]), stopped]);
    if (stopping.aborted) return;
    await releaseDeadWork(pool);
    await stateLeftOver(pool);
    runner = await run({
      pgPool: pool,
      concurrency: 2,
      noHandleSignals: true,
      parsedCronItems: parseCronItems([
        { task: "remind-observers", match: "10 5 * * *", options: { backfillPeriod: 43_200_000 } },
        { task: "run-all-signals", match: "30 1 1 * *", options: { backfillPeriod: 7 * 86_400_000 } },
        { task: "send-digests", match: "*/15 * * * *", options: { backfillPeriod: 0 } },
        { task: "find-proposals", match: "40 2 * * *", options: { backfillPeriod: 86_400_000 } },
      ]),
      logger: quiet,
      taskList: {
        "import-upload": (payload, { job }) => runUpload(payload, job.attempts),
        "note-observed": noteObserved,
        "settle-rollups": settleObserved,
        "note-answers": noteAnswers,
        "settle-answers": settleAnswers,
        "prepare-answer": prepareAnswer,
        "remind-observers": remindObservers,
        "send-digests": sendDigests,
        "run-signals": runSignalsJob,
        "run-all-signals": runSignalsOfAll,
        "find-proposals": async (_, { query }) => {
          const { rows } = await query<{ id: string }>("select id from organisations");
          await refreshAllProposals(rows.map(({ id }) => id));
        },
      },
    });
    await Promise.race([disconnected, stopped]);
  } finally {
    await runner?.stop();
    await pool.end();
    await guard.end().catch(() => {});
  }
}
