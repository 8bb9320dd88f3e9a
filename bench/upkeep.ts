import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { generateDemo } from "@/db/demo/generate";
import type { Bench, Figure } from "./bench";
import { inFolder, onCluster } from "./cluster";
import { typedEvents } from "./event-files";
import { stagesOf } from "./import-stages";
import { count, median, ms, ratio } from "./numbers";
import { noteStatements } from "./statements";
import { newOrganisation, take } from "./taken";

const sizes = { small: [10_000, 2], normal: [250_000, 5], full: [2_500_000, 5] } as const;
const chunk = 10_000;

/** What keeping the rollups costs beside writing the facts, for a first load and for the chunks that follow it day by day. */
export const upkeep: Bench = (scale, say) =>
  inFolder((folder) =>
    onCluster("durable", async ({ owner }) => {
      const [rows, rounds] = sizes[scale];
      const people = Math.ceil((rows + (rounds + 1) * chunk) / 95);
      const demo = { folder, people, months: 24 };
      await generateDemo({ ...demo, only: ["people", "employment_events", "skills", "activities", "learning_events"] });
      const organisation = `${folder}/organisation`;
      await owner.query(`create table written (${typedEvents}); create index on written (at, event_id)`);
      const source = createReadStream(`${organisation}/learning_events.csv`);
      await pipeline(source, owner.query(copyFrom("copy written from stdin (format csv, header)")));
      const cut = async (name: string, from: number, length: number) => {
        const some = `select * from written order by at, event_id offset ${from} limit ${length}`;
        const out = owner.query(copyTo(`copy (${some}) to stdout (format csv, header)`));
        await pipeline(out, createWriteStream(`${folder}/${name}`));
        return name;
      };
      const orgId = await newOrganisation();
      await take(orgId, organisation, ["people.csv", "employment_events.csv", "skills.csv", "activities.csv"]);

      const measure = async (name: string) => {
        const { output, statements } = await noteStatements(async () => {
          const began = performance.now();
          await take(orgId, folder, [name]);
          return { began, ended: performance.now() };
        });
        const stages = stagesOf(statements, output);
        const facts = stages["merge: ids into the registry"] + stages["merge: facts"];
        const rollups =
          stages["rollups: person-months"] + stages["rollups: cells"] + stages["rollups: everything else"];
        say(`${name}: facts ${ms(facts)}, rollups ${ms(rollups)}`);
        return { facts, rollups };
      };
      const first = await measure(await cut("first.csv", 0, rows));
      const chunks: (typeof first)[] = [];
      for (let round = 0; round <= rounds; round++) {
        const taken = await measure(await cut(`chunk-${round}.csv`, rows + round * chunk, chunk));
        if (round > 0) chunks.push(taken); // The first one warms up.
      }
      const share = median(chunks.map(({ facts, rollups }) => rollups / facts));
      const figures: Figure[] = [
        {
          what: `${count(rows)} events at once: facts (ids and rows), rollups, rollups / facts`,
          measured: `${ms(first.facts)}, ${ms(first.rollups)}, ${ratio(first.rollups / first.facts)}`,
        },
        {
          what: `${count(chunk)} more, of the days that follow: the same`,
          measured: `${ms(median(chunks.map(({ facts }) => facts)))}, ${ms(median(chunks.map(({ rollups }) => rollups)))}, ${ratio(share)}`,
          goal: { wanted: "at most 1.5", met: share <= 1.5 },
        },
      ];
      return {
        setting: [
          `Learning events of ${count(people)} people, in the order of their time: ${count(rows)} at once, then chunks of ${count(chunk)}.`,
          `The cluster writes as npm start does. Medians of ${rounds} chunks after one to warm up.`,
        ],
        figures,
        reading:
          "Reading: a chunk recomputes the learning figures of everybody for its month, quarter and year, however few of its events fall to each.",
      };
    }),
  );
