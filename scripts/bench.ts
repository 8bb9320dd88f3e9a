import path from "node:path";
import { parseArgs } from "node:util";
import { type Bench, type Scale, scales } from "@/bench/bench";
import { coverage } from "@/bench/coverage/coverage";
import { editor } from "@/bench/editor";
import { evaluate } from "@/bench/evaluate";
import { ids } from "@/bench/ids";
import { importing } from "@/bench/import";
import { pages } from "@/bench/pages";
import { prepared } from "@/bench/prepared";
import { reports } from "@/bench/reports";
import { tableOf, writeSection } from "@/bench/results";
import { roi } from "@/bench/roi";
import { rollOut } from "@/bench/roll-out";
import { scorecard } from "@/bench/scorecard";
import { states } from "@/bench/states";
import { taxonomy } from "@/bench/taxonomy";
import { upkeep } from "@/bench/upkeep";
import { endOnSignal } from "./end-on-signal";
import { stopChildren } from "./run-program";

const benches: Record<string, Bench> = {
  import: importing,
  upkeep,
  ids,
  scorecard,
  pages,
  evaluate,
  "roll-out": rollOut,
  states,
  prepared,
  taxonomy,
  editor,
  coverage,
  roi,
  reports,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: "string", default: "normal" } },
});
const [name = ""] = positionals;
const bench = benches[name];
const scale = scales.find((one): one is Scale => one === values.scale);

if (!bench || !scale || positionals.length > 1) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join("|")} [--scale ${scales.join("|")}]`);
  process.exitCode = 2;
} else {
  endOnSignal(async () => stopChildren());
  const report = await bench(scale, (line) => process.stderr.write(`${line}\n`));
  console.log(tableOf(report));
  // A small run shows that a bench works; its figures say nothing.
  if (scale !== "small") {
    const command = `npm run bench -- ${name}${scale === "normal" ? "" : ` --scale ${scale}`}`;
    writeSection(path.resolve("bench/RESULTS.md"), { name, command, report });
  }
}
