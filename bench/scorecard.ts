import { pool } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { computeScorecard } from "@/lib/scorecard/compute-scorecard";
import type { ScorecardRequest } from "@/lib/scorecard/input";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import type { Scorecard } from "@/lib/scorecard/scorecard";
import type { Bench, Figure } from "./bench";
import { inFolder, onCluster } from "./cluster";
import { count, median, ms, percent, quantile, ratio } from "./numbers";
import { loadOrganisation, rawReach, viewerOf } from "./scorecard-organisation";
import { noteStatements } from "./statements";
import { inTurn, type Load, underLoad } from "./timing";

/** The same people with few and with ten times as many events. */
const sizes = {
  small: { people: 600, months: 6, rates: [2, 20] },
  normal: { people: 20_000, months: 24, rates: [1.5, 24] },
  full: { people: 100_000, months: 36, rates: [0.15, 3] },
} as const;

const request: ScorecardRequest = { scope: null, period: null, against: null, by: "unit", show: null };
const clients = 50;
const rounds = 15;

/** Reading the scorecard as facts grow tenfold, against a raw scan, and under load. */
export const scorecard: Bench = (scale, say) =>
  inFolder((folder) =>
    onCluster("throw-away", async ({ owner }) => {
      const { people, months, rates } = sizes[scale];
      const organisations: Awaited<ReturnType<typeof loadOrganisation>>[] = [];
      for (const rate of rates) {
        const organisation = await loadOrganisation(`${folder}/${rate}`, { people, months, rate });
        say(`${count(organisation.events)} learning events in`);
        organisations.push(organisation);
      }
      const [few, many] = organisations;
      if (!few || !many) throw new Error("Two organisations are compared");
      await owner.query("vacuum analyze");
      const { rows: places } = await owner.query<{ id: string; path: string; people: number }>(
        `select u.id, u.path, count(*)::int as people from business_units u join employments e on e.org_id = u.org_id and e.unit_id = u.id
          and e.ends_on is null where u.org_id = $1 group by u.id, u.path order by people limit 1`,
        [many.orgId],
      );
      const [place] = places;
      if (!place) throw new Error("There is no unit");

      const viewers = {
        unitFew: await viewerOf(few.orgId, "hrbp", place.path, owner),
        unitMany: await viewerOf(many.orgId, "hrbp", place.path, owner),
        allFew: await viewerOf(few.orgId, "executive", null, owner),
        allMany: await viewerOf(many.orgId, "executive", null, owner),
      };
      const read = async (viewer: Viewer) => isShown(await readScorecard(viewer, request));
      // A stamp of its own for each, so that nothing kept is met.
      let computed = 0;
      const compute = async (viewer: Viewer) =>
        isShown(await computeScorecard(viewer, { request, stamp: `bench ${computed++}`, onFound: () => {} }));
      const names = Object.keys(viewers) as (keyof typeof viewers)[];
      const inDatabase = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
        keyof typeof viewers,
        number[]
      >;
      const statementsOf = async (name: keyof typeof viewers) => {
        const { statements } = await noteStatements(() => compute(viewers[name]));
        inDatabase[name].push(statements.reduce((sum, { began, ended }) => sum + ended - began, 0));
      };
      for (const name of names) await read(viewers[name]); // Warms up, and notes the views as shown once.
      await inTurn(rounds, {
        unitFew: () => statementsOf("unitFew"),
        unitMany: () => statementsOf("unitMany"),
        allFew: () => statementsOf("allFew"),
        allMany: () => statementsOf("allMany"),
      });
      const scanned = await inTurn(3, { scan: () => owner.query(rawReach, [many.orgId]) });
      const middle = Object.fromEntries(names.map((name) => [name, median(inDatabase[name])])) as Record<
        keyof typeof viewers,
        number
      >;
      const growth = (grown: keyof typeof viewers, from: keyof typeof viewers) =>
        median(inDatabase[grown].map((time, round) => time / (inDatabase[from][round] ?? Number.NaN)));
      const [unitGrowth, allGrowth] = [growth("unitMany", "unitFew"), growth("allMany", "allFew")];
      const toScan = middle.unitMany / median(scanned.scan);
      say(
        `unit ${ms(middle.unitFew)} -> ${ms(middle.unitMany)}, all ${ms(middle.allFew)} -> ${ms(middle.allMany)}, scan ${ms(median(scanned.scan))}`,
      );

      const period = scale === "small" ? 1_000 : 5_000;
      const loads: Record<"one" | "unit" | "all" | "computed", Load[]> = { one: [], unit: [], all: [], computed: [] };
      for (let round = 0; round < 3; round++) {
        loads.one.push(await underLoad(clients, period, () => pool.query("select 1")));
        loads.unit.push(await underLoad(clients, period, () => read(viewers.unitMany)));
        loads.all.push(await underLoad(clients, period, () => read(viewers.allMany)));
        loads.computed.push(await underLoad(clients, period, () => compute(viewers.unitMany)));
      }
      const figures: Figure[] = [
        {
          what: `unit of ${count(place.people)} people, as its HR partner: database time at ${count(few.events)} and ${count(many.events)} events`,
          measured: `${ms(middle.unitFew)}, ${ms(middle.unitMany)}, ${ratio(unitGrowth)} times`,
          goal: { wanted: "at most 1.3 times", met: unitGrowth <= 1.3 },
        },
        {
          what: "whole organisation, as an executive: the same",
          measured: `${ms(middle.allFew)}, ${ms(middle.allMany)}, ${ratio(allGrowth)} times`,
          goal: { wanted: "at most 1.3 times", met: allGrowth <= 1.3 },
        },
        {
          what: `raw scan: monthly reach by unit from ${count(many.events)} facts`,
          measured: ms(median(scanned.scan)),
        },
        {
          what: "unit's scorecard / raw scan",
          measured: ratio(toScan),
          goal: { wanted: "at most 0.02", met: toScan <= 0.02 },
        },
        { what: `"select 1", ${clients} clients through the application's pool`, measured: loadText(loads.one) },
        loadFigure("unit's scorecard as it is read", loads.unit, loads.one),
        loadFigure("organisation's scorecard as it is read", loads.all, loads.one),
        {
          what: `unit's scorecard computed anew for each of ${clients} clients`,
          measured: `${loadText(loads.computed)}, ${ratio(shareOf(loads.computed, loads.one))} of "select 1"`,
        },
      ];
      return {
        setting: [
          `${count(people)} people over ${months} months, twice: with ${count(few.events)} and with ${count(many.events)} learning events, and the same observations and KPI values; no work events.`,
          `Default view (last full quarter against last year, eight quarters of history, breakdown by unit). Database time is the sum over the statements of one scorecard computed anew, round trips included; medians of ${rounds} rounds taken in turn. As it is read, one and the same scorecard is kept while nothing changes, so that a request asks only whether anything has.`,
          `Loading the larger file through the intake took ${ms(many.took)}.`,
        ],
        figures,
        reading: `Reading: cells answer whatever the number of facts; the unit's scorecard takes ${percent(toScan)} of the scan that one of its figures would need.`,
      };
    }),
  );

const loadText = (loads: readonly Load[]) => {
  const times = loads.flatMap((one) => one.times);
  return `${count(Math.round(median(loads.map((one) => one.perSecond))))}/s, p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}`;
};

const shareOf = (loads: readonly Load[], yardstick: readonly Load[]) =>
  median(loads.map((one, round) => one.perSecond / (yardstick[round]?.perSecond ?? Number.NaN)));

function isShown(scorecard: Scorecard | null) {
  if (scorecard?.kind !== "shown") throw new Error("The scorecard is not shown");
}

function loadFigure(what: string, loads: readonly Load[], yardstick: readonly Load[]): Figure {
  const share = shareOf(loads, yardstick);
  const times = loads.flatMap((one) => one.times);
  const met = share >= 0.04 && quantile(times, 0.95) <= 2 * quantile(times, 0.5);
  return {
    what: `${what}, ${clients} clients, requests per second against "select 1"`,
    measured: `${loadText(loads)}, ${ratio(share)}`,
    goal: { wanted: "at least 0.04, p95 at most 2 x p50", met },
  };
}
