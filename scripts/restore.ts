import { restoreBackup } from "@/db/restore";
import { SetupProblem } from "@/db/setup-problem";
import { openAppDatabase } from "./app-database";
import { endOnSignal } from "./end-on-signal";

const [file, ...flags] = process.argv.slice(2);
if (!file)
  throw new SetupProblem(
    "Say what from: npm run restore FILE. To replace what is there: npm run restore FILE -- --replace",
  );

const database = await openAppDatabase();
endOnSignal(database.close);
try {
  const restored = await restoreBackup(database.url, file, { replace: flags.includes("--replace") });
  const rows = Object.values(restored).reduce((total, count) => total + count, 0);
  console.log(`${rows} rows from ${file} are in the database.`);
} finally {
  await database.close();
}
