import { logFilter } from "@/lib/decisions/log-filter";
import { readDecision, readDecisions } from "@/lib/decisions/read-decisions";
import { readLatestDecisions } from "@/lib/decisions/read-latest-decisions";
import { readLogPage, readWholeLog } from "@/lib/decisions/read-log";
import { takeSnapshot } from "@/lib/decisions/take-snapshot";
import { readLibraryGaps } from "@/lib/plans/read-start";
import { readVersions } from "@/lib/plans/read-versions";
import { readAnswers } from "@/lib/programmes/answers/read-answers";
import { readProgramme } from "@/lib/programmes/read-programme";
import { readDueReviews, readStanding } from "@/lib/programmes/read-standing";
import { readAgendas } from "@/lib/programmes/reviews/read-agendas";
import type { Canary } from "./given-canary";
import { figures, type Walk } from "./walk";

const each = async (ids: Canary["initiatives"], ask: (id: string) => Promise<unknown>) => {
  const found = [];
  for (const id of Object.values(ids)) found.push(await ask(id));
  return found;
};

export const programmeWalks: readonly Walk[] = [
  figures(["lib/decisions/take-snapshot.ts:readSubject"], (viewer, { initiatives }) =>
    each(initiatives, (id) => takeSnapshot(viewer, id)),
  ),
  figures(
    ["lib/decisions/read-decisions.ts:readDecisions", "lib/decisions/read-decisions.ts:readDecision"],
    async (viewer) => {
      const log = await readDecisions(viewer, {});
      return [log, await readDecision(viewer, log.decisions[0]?.id ?? "")];
    },
  ),
  figures(
    [
      "lib/decisions/read-log.ts:readLogPage",
      "lib/decisions/read-log.ts:readLogIds",
      "lib/decisions/read-log.ts:readByIds",
    ],
    async (viewer) => {
      const filter = logFilter.parse({});
      const whole = [];
      for await (const batch of readWholeLog(viewer, filter)) whole.push(...batch);
      return [await readLogPage(viewer, filter), whole];
    },
  ),
  figures(["lib/decisions/read-latest-decisions.ts:readLatestDecisions"], (viewer) =>
    readLatestDecisions(viewer, null),
  ),
  figures(["lib/programmes/answers/read-answers.ts:readAnswers"], (viewer, { initiatives }) =>
    each(initiatives, (id) => readAnswers(viewer, id)),
  ),
  figures(["lib/programmes/reviews/read-agendas.ts:readFacts"], (viewer, { initiatives }) =>
    each(initiatives, (id) => readAgendas(viewer, id)),
  ),
  figures(["lib/programmes/read-programme.ts:readProgramme"], (viewer, { initiatives }) =>
    each(initiatives, (id) => readProgramme(viewer, id)),
  ),
  figures(
    ["lib/programmes/read-standing.ts:readStanding", "lib/programmes/read-standing.ts:readDueReviews"],
    async (viewer, { initiatives }) => [
      await readDueReviews(viewer, null),
      await each(initiatives, (id) => readStanding(viewer, id)),
    ],
  ),
  figures(
    ["lib/plans/read-start.ts:readLibraryGaps", "lib/plans/read-versions.ts:readVersions"],
    (viewer, { initiatives }) =>
      each(initiatives, async (id) => [await readLibraryGaps(viewer, id), await readVersions(viewer, id)]),
  ),
];
