import { marks } from "./canary-files";
import type { Canary } from "./given-canary";

/** Doors that cannot be opened from outside their file, and the function they are reached through, which is asked in their place. */
export const inside: Record<string, string> = {
  "lib/decisions/record-decision.ts:keep": "lib/decisions/record-decision.ts:recordDecision",
  "lib/decisions/review-decision.ts:findSubject": "lib/decisions/review-decision.ts:reviewDecision",
  "lib/decisions/review-decision.ts:keep": "lib/decisions/review-decision.ts:reviewDecision",
  "lib/digests/read-preview.ts:readOwn": "lib/digests/read-preview.ts:readPreview",
  "lib/digests/send-now.ts:claimNow": "lib/digests/send-now.ts:sendNow",
  "lib/intake/jobs/receive-file.ts:noteFile": "lib/intake/jobs/receive-file.ts:receiveFile",
  "lib/intake/jobs/receive-file.ts:requireReception": "lib/intake/jobs/receive-file.ts:receiveFile",
  "lib/intake/jobs/upload-commands.ts:forget": "lib/intake/jobs/upload-commands.ts:discardUpload",
  "lib/marks/views/read-views.ts:readFirst": "lib/marks/views/read-views.ts:readFirstView",
  "lib/plans/wizard/create-draft.ts:saveDraft": "lib/plans/wizard/create-draft.ts:createDraft",
  "lib/plans/wizard/create-draft.ts:findDraft": "lib/plans/wizard/create-draft.ts:createDraft",
  "lib/programmes/reviews/hold-review.ts:findInitiative": "lib/programmes/reviews/hold-review.ts:holdReview",
  "lib/programmes/reviews/hold-review.ts:keep": "lib/programmes/reviews/hold-review.ts:holdReview",
  "lib/reports/export-report.ts:recordExport": "lib/reports/export-report.ts:exportReport",
  "lib/skills/exchange/receive-file.ts:note": "lib/skills/exchange/receive-file.ts:receiveTaxonomyFile",
  "lib/skills/exchange/preview.ts:compare": "lib/skills/exchange/preview.ts:readPreview",
  "lib/skills/exchange/read-export.ts:readNow": "lib/skills/exchange/read-export.ts:readExport",
  "lib/skills/exchange/take-into-draft.ts:readEdit": "lib/skills/exchange/take-into-draft.ts:takeIntoDraft",
  "lib/skills/proposals/decide-proposal.ts:markTaken": "lib/skills/proposals/decide-proposal.ts:takeProposal",
  "lib/skills/proposals/decide-proposal.ts:readOpen": "lib/skills/proposals/decide-proposal.ts:takeProposal",
  "lib/work/friction/judge-proposal.ts:judge": "lib/work/friction/judge-proposal.ts:keepFriction",
  "lib/work/workflows/read-workflow.ts:readStored": "lib/work/workflows/read-workflow.ts:readWorkflow",
};

/** One input with every name a command asks for, each the canary's own: what reads none of it is refused, what reads it is caught at it. */
function wide(given: Canary): Record<string, unknown> {
  const { surveyId, personId, reviewId, contestId, fileId, idOf, initiatives, refusedBatch } = given;
  return {
    id: personId,
    personId,
    people: [personId],
    personIds: [personId],
    reviewId,
    contestId,
    fileId,
    surveyId,
    which: "personal",
    mostAnswers: 5,
    observationId: "canary-1",
    initiativeId: initiatives.among,
    batchId: refusedBatch,
    uploadId: refusedBatch,
    behaviourId: idOf("Holds the note"),
    behaviourIds: [idOf("Holds the note")],
    skillId: idOf("singing"),
    nodeId: idOf("Holds the note"),
    roleId: idOf("soloist"),
    taskId: idOf("sing"),
    startId: personId,
    draftId: personId,
    number: 1,
    version: 1,
    after: -1,
    name: "Wide",
    title: "Wide",
    text: "wide",
    note: "wide",
    reason: "Because the wall is tried",
    list: marks.employeeId,
    withoutUnknown: false,
    group: `role:${idOf("soloist")}`,
    period: "",
    look: "level",
    freeze: true,
    decision: "declined",
    answer: "The wall is tried",
    status: "open",
    level: 3,
    kind: "coaching",
    definition: {
      source: "work",
      taskIds: [idOf("refund")],
      measure: "right_first_time",
      window: { by: "jobs", jobs: 3 },
      side: "above",
      bands: [{ at: 0.5, level: 4 }],
      otherwise: 2,
      least: 3,
      since: "2024-01",
    },
    given: {},
    today: new Date().toISOString().slice(0, 10),
  };
}

/** Everything a door may be handed: nothing, the wide input, and each id alone. */
export function inputs(given: Canary): unknown[] {
  const { personId, idOf, initiatives, refusedBatch } = given;
  const ids = [personId, idOf("Holds the note"), idOf("singing"), idOf("soloist"), initiatives.among, refusedBatch];
  return [null, {}, wide(given), "Holds", ...ids];
}
