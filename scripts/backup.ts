import { writeBackup } from "@/db/backup";
import { SetupProblem } from "@/db/setup-problem";
import { openAppDatabase } from "./app-database";
import { endOnSignal } from "./end-on-signal";

const [file] = process.argv.slice(2);
if (!file) throw new SetupProblem("Say where to: npm run backup FILE");

const database = await openAppDatabase();
endOnSignal(database.close);
try {
  const rows = Object.values(await writeBackup(database.url, file)).reduce((total, count) => total + count, 0);
  console.log(`${rows} rows are in ${file}. It holds personal data: keep it as safe as the database.`);
} finally {
  await database.close();
}
