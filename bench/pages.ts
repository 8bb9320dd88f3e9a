import { closePool } from "@/db/client";
import { openEmbedded } from "@/db/embedded";
import { readViewer } from "@/lib/access/read-viewer";
import { currentEvaluation } from "@/lib/evaluation/current-evaluation";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { readUser } from "@/lib/governance/read-user";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { readInitiative } from "@/lib/initiatives/read-initiative";
import { readInitiatives } from "@/lib/initiatives/read-initiatives";
import { readMethods } from "@/lib/methods/read-methods";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import type { Bench, Figure } from "./bench";
import { inFolder } from "./cluster";
import { median, ms, ratio } from "./numbers";
import { scriptBytes } from "./script-bytes";
import { signIn } from "./sign-in";
import { startApp } from "./start-app";
import { inTurn } from "./timing";

const rounds = { small: 5, normal: 40, full: 200 };
const restarts = { small: 1, normal: 5, full: 5 };

/** Pages of the production build on the demo organisation, and how long npm start takes when nothing changed. */
export const pages: Bench = (scale, say) =>
  inFolder(async (folder) => {
    say("builds the app and loads the demo");
    await (await startApp(folder)).stop();
    const starts: number[] = [];
    for (let restart = 0; restart < restarts[scale]; restart++) {
      const again = await startApp(folder);
      starts.push(again.took);
      await again.stop();
    }
    say(`starts in ${starts.map(ms).join(", ")}`);

    const app = await startApp(folder);
    const database = await openEmbedded(folder);
    process.env.DATABASE_URL = database.url;
    try {
      const { cookie, viewer } = await signIn(app.address, "executive");
      const [initiative] = await readInitiatives(viewer, null);
      if (!initiative) throw new Error("The demo has no initiative");
      const get = async (path: string) => {
        const response = await fetch(app.address + path, { headers: { cookie }, redirect: "manual" });
        const text = await response.text();
        if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
        return text;
      };
      const shared = () => Promise.all([readOrganisation(viewer), readUser(viewer)]);
      const asked = (reads: () => Promise<unknown>[]) =>
        readViewer(viewer.orgId, viewer.userId ?? "").then(() => Promise.all([shared(), ...reads()]));
      const initiativePath = initiativeHref(initiative.id);
      const request = { scope: null, period: null, against: null, by: "unit" as const, show: null };
      const parts = {
        empty: () => get("/sign-in"),
        json: () => get("/api/palette?q=zzz"),
        scorecard: () => get("/scorecard"),
        scorecardReads: () => asked(() => [readScorecard(viewer, request)]),
        initiative: () => get(initiativePath),
        initiativeReads: () =>
          asked(() => [currentEvaluation(viewer, initiative.id).then(() => readInitiative(viewer, initiative.id))]),
        methods: () => get("/methods"),
        methodsReads: () => asked(() => [readMethods(viewer, null)]),
      };
      await inTurn(10, parts);
      const times = await inTurn(rounds[scale], parts);
      const figures: Figure[] = [
        { what: "empty dynamic page (/sign-in)", measured: ms(median(times.empty)) },
        { what: "JSON route with session and one query (/api/palette)", measured: ms(median(times.json)) },
      ];
      for (const page of ["scorecard", "initiative", "methods"] as const) {
        const reads = times[`${page}Reads`];
        const share = median(times[page].map((time, at) => time / ((times.empty[at] ?? 0) + (reads[at] ?? 0))));
        figures.push({
          what: `/${page}: server time, its reads alone, page / (empty page + reads)`,
          measured: `${ms(median(times[page]))}, ${ms(median(reads))}, ${ratio(share)}`,
          goal: { wanted: "at most 1.5", met: share <= 1.5 },
        });
      }
      for (const path of ["/scorecard", initiativePath]) {
        const { files, gzipped } = await scriptBytes(app.address, await get(path));
        figures.push({
          what: `script of the first load of ${path === "/scorecard" ? path : "/initiative"}, gzip`,
          measured: `${(gzipped / 1000).toFixed(0)} kB in ${files} files`,
          ...(path === "/scorecard" && { goal: { wanted: "at most 200 kB", met: gzipped <= 200_000 } }),
        });
      }
      const again = median(starts);
      figures.push({
        what: "npm start with nothing changed, to the first served page",
        measured: ms(again),
        goal: { wanted: "under 3 s", met: again < 3000 },
      });
      return {
        setting: [
          "Production build, npm start, the demo organisation (1,200 people, 24 months), one client with a session that keeps its connection.",
          "Yardstick is /sign-in, the page with least on it (dynamic, a form, no session and no query). Reads are timed from the bench's own process on the same database, beginning with who asks.",
          `Medians of ${rounds[scale]} rounds taken in turn, after ten to warm up.`,
        ],
        figures,
        reading:
          "Reading: what a page takes beyond its reads is the session, the shell around it and rendering rows twice, as HTML and as the payload the browser hydrates from. The library that draws charts is no part of a first load: it is fetched when a reader comes near a chart.",
      };
    } finally {
      await closePool();
      await database.close();
      await app.stop();
    }
  });
