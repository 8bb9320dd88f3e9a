import { pool } from "@/db/client";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { evaluateCase, usualDraws } from "@/lib/money/evaluate-case";
import { readRoi } from "@/lib/roi/portfolio/read-roi";
import { readAllMoney } from "@/lib/roi/results/read-money";
import type { Bench } from "./bench";
import { onCluster } from "./cluster";
import { count, median, ms, ratio } from "./numbers";
import { givenPortfolio } from "./portfolio-organisation";
import { inTurn, processorInTurn, timed } from "./timing";

const sizes = {
  small: { people: 200, initiatives: 4, group: 60 },
  normal: { people: 3000, initiatives: 200, group: 120 },
  full: { people: 6000, initiatives: 400, group: 120 },
} as const;
const rounds = { small: 2, normal: 5, full: 5 };

/** The ROI dashboard over many initiatives: with every case to be computed, with stored results, and kept in the process. */
export const roi: Bench = (scale, say) =>
  onCluster("throw-away", async ({ owner }) => {
    const viewer = await givenPortfolio(owner, sizes[scale]);
    say("evaluates every initiative");
    const evaluated = await timed(() => evaluateMissing(viewer));
    const monies = await readAllMoney(viewer, null);
    const [first] = monies;
    if (!first) throw new Error("There is no initiative");
    const counted = monies.filter(({ result }) => result.lines.some((line) => line.counted)).length;
    say(`${count(monies.length)} cases, ${count(counted)} with a benefit that counts`);
    const { one } = processorInTurn(20 * rounds[scale], { one: () => evaluateCase(first.case) });
    let titles = 0;
    const times = await inTurn(rounds[scale], {
      query: () => pool.query("select 1"),
      cold: async () => {
        await owner.query("delete from roi_results");
        await readRoi(viewer);
      },
      stored: async () => {
        // Another title is the same figure, drawn anew.
        await owner.query("update initiatives set title = $1 where id = $2", [`Title ${titles++}`, first.initiativeId]);
        await readRoi(viewer);
      },
      kept: () => readRoi(viewer),
    });
    const against = (name: "cold" | "stored" | "kept") =>
      ratio(median(times[name].map((time, at) => time / (times.query[at] ?? Number.NaN))));
    const toCold = median(times.stored.map((time, at) => time / (times.cold[at] ?? Number.NaN)));
    return {
      setting: [
        `${count(monies.length)} evaluated initiatives of ${count(sizes[scale].group)} people each among ${count(sizes[scale].people)}, every person in several, two benefits and three costs each; ${count(counted)} count.`,
        "Cold: no result is stored. Stored: results are, and the portfolio is drawn again. Kept: the draws are in this process, too.",
        "Yardstick is `select 1` through the application's pool, in the same rounds.",
      ],
      figures: [
        {
          what: `one case, ${count(usualDraws)} draws, processor time`,
          measured: ms(median(one)),
          goal: { wanted: "under 1 s", met: median(one) < 1000 },
        },
        { what: "evaluating all of them once", measured: ms(evaluated) },
        { what: "select 1", measured: ms(median(times.query)) },
        { what: "dashboard, cold; / select 1", measured: `${ms(median(times.cold))}, ${against("cold")}` },
        {
          what: "dashboard, stored; / select 1; / cold",
          measured: `${ms(median(times.stored))}, ${against("stored")}, ${ratio(toCold)}`,
          goal: { wanted: "less than cold", met: toCold < 1 },
        },
        { what: "dashboard, kept; / select 1", measured: `${ms(median(times.kept))}, ${against("kept")}` },
      ],
      reading:
        "Reading: cold is drawing each case once for itself and once with all others; stored leaves the first out. What is left when draws are kept is building the cases, which is how the page knows that nothing has changed.",
    };
  });
