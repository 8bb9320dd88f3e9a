import { endOnSignal } from "./end-on-signal";
import { runChecks } from "./run-checks";
import { stopChildren } from "./run-program";
import { inWords } from "./tally";

endOnSignal(async () => stopChildren());
const tally = await runChecks();
console.log(inWords(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;
