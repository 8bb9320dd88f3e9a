import { randomUUID } from "node:crypto";
import { choosings } from "@/lib/access/choosing/choosable";
import type { Viewer } from "@/lib/access/viewer";
import type { Asked } from "./ask-route";
import { day } from "./canary-files";
import type { Canary } from "./given-canary";
import type { Allowed } from "./walk";

/**
 * A route handler: what it goes through, what it is asked for about the canary, and who is given evidence by that (`names`: why others read who
 * somebody is). What writes is asked by everybody as well, and gives evidence to nobody.
 */
export type Route = {
  through: string;
  asks: (given: Canary, viewer: Pick<Viewer, "userId">) => Asked[];
  may?: Allowed[];
  names?: string;
};

const get = (query: Record<string, string> = {}, params: Record<string, unknown> = {}): Asked => ({
  method: "GET",
  query,
  params,
});
/** A report in the formats whose bytes can be read; the others are drawn from the same document. */
const saved = (params: Record<string, unknown> = {}): Asked[] => [
  get({ format: "csv" }, params),
  get({ format: "csv", table: "Assumptions" }, params),
];
const form = (parts: Record<string, unknown>): FormData => {
  const filled = new FormData();
  for (const [name, part] of Object.entries(parts)) filled.set(name, JSON.stringify(part));
  return filled;
};
/** The queue of a phone names who wrote it. */
const entry = ({ personId }: Canary, { userId }: Pick<Viewer, "userId">) => ({ writtenBy: userId, people: [personId] });

/** Every route handler there is. */
export const routes: Record<string, Route> = {
  "app/(app)/decisions/export/route.ts": {
    through: "logCsvHeader, logCsvRows, logFilter, readWholeLog",
    asks: () => [get(), get({ find: "a" })],
  },
  "app/(app)/initiatives/[initiativeId]/who-goes-when/route.ts": {
    through: "whoGoesWhen",
    asks: ({ initiatives }) => Object.values(initiatives).map((initiativeId) => get({}, { initiativeId })),
    names: "Whoever plans a roll-out is told who goes when",
  },
  "app/(app)/initiatives/[initiativeId]/report/route.ts": {
    through: "buildInitiativeReport, reportRoute",
    asks: ({ initiatives }) => Object.values(initiatives).flatMap((initiativeId) => saved({ initiativeId })),
  },
  "app/(app)/me/export/route.ts": {
    through: "ownExportCsv, readOwnExport",
    asks: () => [get(), get({ as: "csv" })],
    may: ["self"],
  },
  "app/(app)/roi/report/route.ts": { through: "buildRoiDocument, reportRoute", asks: () => saved() },
  "app/(app)/scorecard/export/route.ts": {
    through: "judgeGuardrails, parseRequest, readMarks, readScorecard, scorecardCsv",
    asks: ({ idOf }) => [get(), get({ by: "role" }), get({ scope: `role:${idOf("soloist")}` })],
  },
  "app/(app)/scorecard/report/route.ts": {
    through: "buildScorecardDocument, parseRequest, reportRoute",
    asks: ({ idOf }) => [...saved(), get({ format: "csv", scope: `role:${idOf("soloist")}` })],
  },
  "app/api/audit/route.ts": {
    through: "auditFileHeader, auditFileRows, auditFilter, readAuditFile",
    asks: ({ personId }) => [get(), get({ subject: personId })],
    names: "The audit log says about whom a look was",
  },
  "app/api/auth/[...nextauth]/route.ts": {
    through: "signInOptions, sign-in; a session holds two ids",
    asks: () => [get({}, { nextauth: ["session"] }), get({}, { nextauth: ["providers"] })],
  },
  "app/api/imports/[uploadId]/route.ts": {
    through: "readUpload",
    asks: ({ refusedUpload: uploadId }) => [get({}, { uploadId })],
    // As the rows below: what a file held that was refused.
    may: ["admin", "ld_lead"],
  },
  "app/api/imports/batches/[batchId]/rejected/route.ts": {
    through: "rejectedCsv",
    asks: ({ refusedBatch: batchId }) => [get({}, { batchId })],
    // Rows of a file that were refused, for whoever may import: they come from a file that was handed in. Named in ADR 12.
    may: ["admin", "ld_lead"],
  },
  "app/api/imports/route.ts": {
    through: "fileRoute, receiveFile",
    asks: ({ refusedUpload: upload }) => [{ method: "POST", query: { upload, name: "people.csv" }, body: { a: 1 } }],
  },
  "app/api/imports/templates/[kind]/route.ts": {
    through: "templates",
    asks: () => ["observations", "people", "study"].map((kind) => get({}, { kind })),
  },
  "app/api/observe/calendar/route.ts": {
    through: "readRoundCalendar",
    asks: () => [get()],
  },
  "app/api/observe/files/[personId]/[fileId]/route.ts": {
    through: "readEvidenceFile",
    asks: ({ personId, fileId }) => [get({}, { personId, fileId })],
    may: ["self", "coach", "above"],
  },
  "app/api/choices/users/route.ts": {
    through: "choosings, findForAssumption, findForLog, findForProgramme, findForRevision, findForSkill",
    asks: () => choosings.map((to) => get({ to, q: "canary" })),
    names: "Who answers for something is chosen by name and place",
  },
  "app/api/observe/peers/route.ts": {
    through: "findPeers",
    asks: () => [get({ q: "canary" }), get({ q: "" })],
    names: "A colleague is chosen by name to review work",
  },
  "app/api/observe/reminder/route.ts": {
    through: "noteReminderSeen, parseJson, readReminder",
    asks: ({ nudgeId: id }) => [get(), { method: "POST", body: { id } }],
  },
  "app/api/observe/reviews/route.ts": {
    through: "againInput, handInAgain, handInInput, handInReview, parseWork",
    asks: ({ reviewId: id, personId: reviewerId, idOf }) => {
      const work = { id, title: "Mine", link: "https://example.com", behaviourIds: [idOf("Asks why")], reviewerId };
      return [
        { method: "POST", body: form({ work }) },
        { method: "PUT", body: form({ work: { id, round: 1, link: "https://example.com" } }) },
      ];
    },
  },
  "app/api/observe/route.ts": {
    through: "parseObservation, recordObservation, requireSameOrigin",
    asks: (given, viewer) => {
      const [behaviourId, observedAt] = [given.idOf("Asks why"), new Date().toISOString()];
      const observation = { ...entry(given, viewer), id: randomUUID(), behaviourId, observedAt, level: 3 };
      return [{ method: "POST", body: form({ observation }) }];
    },
  },
  "app/api/observe/skips/route.ts": {
    through: "parseJson, skipInput, skipObservation, undoSkip, undoSkipInput",
    asks: (given, viewer) => {
      const skip = { ...entry(given, viewer), behaviourId: given.idOf("Asks why"), on: day(0) };
      return [
        { method: "POST", body: { ...skip, why: "not_there" } },
        { method: "DELETE", body: skip },
      ];
    },
  },
  "app/api/observe/undo/route.ts": {
    through: "parseJson, undoInput, undoObservation",
    asks: (given, viewer) => [{ method: "POST", body: { ...entry(given, viewer), id: randomUUID() } }],
  },
  "app/api/opened/route.ts": {
    through: "parseJson, openedInput, countOpening",
    asks: ({ personId }) => [{ method: "POST", body: { path: `/team/${personId}` } }],
  },
  "app/api/palette/route.ts": {
    through: "readPalette",
    asks: () => [get({ q: "canary" }), get({ q: "CANARY-7" }), get({ q: "note" })],
  },
  "app/api/roi/route.ts": {
    through: "readRoi",
    asks: () => [get()],
  },
  "app/api/skills/exchange/export/route.ts": {
    through: "exportInput, exportTaxonomy",
    asks: () => [get({ format: "csv" }), get({ format: "case" })],
  },
  "app/api/skills/exchange/files/route.ts": {
    through: "fileRoute, receiveTaxonomyFile",
    asks: () => [{ method: "POST", query: { name: "skills.csv" } }],
  },
  "app/api/skills/nodes/[nodeId]/route.ts": {
    through: "may, readComments, readNodeActivities, readNodeHistory",
    asks: ({ idOf, personId }) => [idOf("Holds the note"), personId].map((nodeId) => get({}, { nodeId })),
  },
  "app/api/skills/tree/route.ts": {
    through: "readTaxonomy",
    asks: ({ personId }) => [get(), get({ draft: personId })],
  },
};
