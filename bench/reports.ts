import { closePool } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { readInitiatives } from "@/lib/initiatives/read-initiatives";
import type { Bench, Figure } from "./bench";
import { inFolder } from "./cluster";
import { median, ms, ratio } from "./numbers";
import { signIn } from "./sign-in";
import { startApp } from "./start-app";
import { inTurn } from "./timing";

const rounds = { small: 2, normal: 10, full: 40 };
const formats = [
  ["pdf", "one page"],
  ["pdf-full", "full PDF"],
  ["pptx", "slides"],
  ["xlsx", "workbook"],
  ["csv", "CSV"],
] as const;

/** Reports of the portfolio and of an initiative in every format, over HTTP from the production build, beside reading the same figures. */
export const reports: Bench = (scale, say) =>
  inFolder(async (folder) => {
    say("builds the app and loads the demo");
    const app = await startApp(folder);
    const database = await openEmbedded(folder);
    process.env.DATABASE_URL = database.url;
    try {
      const { cookie, viewer } = await signIn(app.address, "executive");
      const initiative = (await readInitiatives(viewer, null)).find(({ claim }) => claim !== null);
      if (!initiative) throw new Error("The demo has no evaluated initiative");
      const get = async (path: string) => {
        const response = await fetch(app.address + path, { headers: { cookie }, redirect: "manual" });
        const { byteLength } = await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
        return byteLength;
      };
      const places = { roi: "/roi", initiative: initiativeHref(initiative.id) };
      const figures: Figure[] = [];
      for (const [name, path] of Object.entries(places)) {
        const works = Object.fromEntries(
          formats.map(([format]) => [format, () => get(`${path}/report?format=${format}`)]),
        );
        const all = { ...works, page: () => get(path) };
        await inTurn(2, all);
        const times: Record<string, number[]> = await inTurn(rounds[scale], all);
        const page = times.page ?? [];
        figures.push({ what: `/${name}: the page`, measured: ms(median(page)) });
        for (const [format, words] of formats) {
          const own = times[format] ?? [];
          const share = median(own.map((time, at) => time / (page[at] ?? Number.NaN)));
          const bytes = await get(`${path}/report?format=${format}`);
          figures.push({
            what: `/${name}: ${words}; / the page; size`,
            measured: `${ms(median(own))}, ${ratio(share)}, ${(bytes / 1000).toFixed(0)} kB`,
            ...(format === "pdf" && { goal: { wanted: "under 3 s", met: median(own) < 3000 } }),
          });
        }
      }
      return {
        setting: [
          "Production build, npm start, the demo organisation, one client with a session that keeps its connection.",
          "Yardstick is the page the report is of, which reads the same figures, in the same rounds.",
          `Medians of ${rounds[scale]} rounds taken in turn, after two to warm up.`,
        ],
        figures,
        reading:
          "Reading: a report reads what its page reads and leaves a row in the audit log; the rest is setting text and drawing. The one page is set again, shorter each time, until it fits.",
      };
    } finally {
      await closePool();
      await database.close();
      await app.stop();
    }
  });
