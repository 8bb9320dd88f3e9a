import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { generateDemo } from "@/db/demo/generate";
import type { BatchReport } from "@/lib/intake/batch-report";
import type { Bench, Figure } from "./bench";
import { inFolder, onCluster } from "./cluster";
import { eventFiles, typedEvents } from "./event-files";
import { stagesOf } from "./import-stages";
import { count, median, ms, percent, ratio } from "./numbers";
import { noteStatements } from "./statements";
import { newOrganisation, take } from "./taken";
import { inTurn, timed } from "./timing";

const sizes = { small: [10_000, 2], normal: [250_000, 3], full: [2_500_000, 3] } as const;

/** The intake of learning events against COPY of the same rows. */
export const importing: Bench = (scale, say) =>
  inFolder((folder) =>
    onCluster("durable", async ({ owner }) => {
      const [rows, rounds] = sizes[scale];
      const people = Math.ceil(rows / 95);
      const demo = { folder, people, months: 24 };
      await generateDemo({ ...demo, only: ["people", "employment_events", "skills", "activities", "learning_events"] });
      const organisation = `${folder}/organisation`;
      const files = await eventFiles(owner, `${organisation}/learning_events.csv`, { folder, rows });
      say(`${count(rows)} learning events of ${count(people)} people`);

      const begin = async () => {
        await owner.query(
          "truncate organisations, event_ids, learning_events, work_events, observations, kpi_values cascade",
        );
        const orgId = await newOrganisation();
        await take(orgId, organisation, ["people.csv", "employment_events.csv", "skills.csv", "activities.csv"]);
        await owner.query("checkpoint");
        return orgId;
      };
      const stages: ReturnType<typeof stagesOf>[] = [];
      const times = { clean: [] as number[], faulty: [] as number[], again: [] as number[] };
      let reports: BatchReport[] = [];
      let changed = 0;
      const copies = {
        bare: typedEvents,
        text: typedEvents.replaceAll(/timestamptz|boolean|float8|int\b/g, "text"),
        keyed: typedEvents,
      };

      await owner.query(`create table bare (${copies.bare}); create table text (${copies.text});
        create table keyed (${copies.keyed}, primary key (event_id))`);
      const copy = (table: string) => async () => {
        await pipeline(createReadStream(files.copy), owner.query(copyFrom(`copy ${table} from stdin`)));
      };
      const empty = () => owner.query("truncate bare, text, keyed");
      const copied: Record<keyof typeof copies, number[]> = { bare: [], text: [], keyed: [] };
      for (let round = 0; round <= rounds; round++) {
        await empty();
        const some = await inTurn(1, { bare: copy("bare"), text: copy("text"), keyed: copy("keyed") });
        const orgId = await begin();
        const { output, statements } = await noteStatements(async () => {
          const began = performance.now();
          await take(orgId, folder, ["clean.csv"]);
          return { began, ended: performance.now() };
        });
        const before = await contents(owner);
        const again = await timed(async () => {
          reports = await take(orgId, folder, ["clean.csv"]);
        });
        if ((await contents(owner)) !== before) changed++;
        const other = await begin();
        const faulty = await timed(() => take(other, folder, ["faulty.csv"]));
        say(
          `round ${round}: copy ${ms(some.bare[0] ?? 0)}, import ${ms(output.ended - output.began)}, faulty ${ms(faulty)}`,
        );
        if (round === 0) continue; // The first round warms up.
        stages.push(stagesOf(statements, output));
        for (const name of ["bare", "text", "keyed"] as const) copied[name].push(...some[name]);
        times.clean.push(output.ended - output.began);
        times.faulty.push(faulty);
        times.again.push(again);
      }

      const reach = median(copied.bare.map((value, round) => value / (times.clean[round] ?? Number.NaN)));
      const added = reports.reduce((sum, report) => sum + report.added + report.corrected, 0);
      const figures: Figure[] = [
        { what: `COPY as text into a bare typed table`, measured: perRow(copied.bare, rows) },
        { what: "the same, all columns text", measured: perRow(copied.text, rows) },
        { what: "the same, typed, with a primary key on the event id", measured: perRow(copied.keyed, rows) },
        { what: "full intake of the file", measured: perRow(times.clean, rows) },
        {
          what: "COPY time / intake time",
          measured: ratio(reach),
          goal: { wanted: "at least 0.35", met: reach >= 0.35 },
        },
        { what: "intake of a file with 1 % faulty and 1 % repeated rows", measured: perRow(times.faulty, rows) },
        {
          what: "the loaded file again: rows added or corrected, rounds in which any count or sum changed",
          measured: `${added}, ${changed} (${ms(median(times.again))})`,
          goal: { wanted: "0, 0", met: added === 0 && changed === 0 },
        },
      ];
      for (const name of Object.keys(stages[0] ?? {}) as (keyof ReturnType<typeof stagesOf>)[]) {
        const parts = stages.map((stage) => stage[name]);
        figures.push({ what: `of the intake: ${name}`, measured: stageText(parts, times.clean) });
      }
      return {
        setting: [
          `${count(rows)} learning events of ${count(people)} people over 24 months (${Math.round(files.bytes / 2 ** 20)} MB), people and activities loaded before.`,
          "The cluster writes as npm start does: fsync, synchronous commit, full pages.",
          `Medians of ${rounds} rounds; each round empties the database and takes the yardsticks and the imports in turn.`,
        ],
        figures,
        reading: `Reading: the intake takes ${(1 / reach).toFixed(1)} times as long as copying its rows.`,
      };
    }),
  );

const perRow = (times: number[], rows: number) => {
  const middle = median(times);
  return `${ms(middle)} (${count(Math.round((rows / middle) * 1000))} rows/s)`;
};

function stageText(parts: number[], totals: number[]): string {
  const share = median(parts.map((part, round) => part / (totals[round] ?? Number.NaN)));
  return `${ms(median(parts))}, ${percent(share)}`;
}

/** Counts and sums of everything an import writes. */
async function contents(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query(`
    select (select count(*) from learning_events) as facts, (select count(*) from event_ids) as ids,
      (select row(count(*), sum(events), sum(completions), sum(seconds)) from person_months) as months,
      (select row(count(*), sum(people), sum(numerator), sum(denominator)) from metric_cells) as cells`);
  return JSON.stringify(rows);
}
