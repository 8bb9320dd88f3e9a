/** Files that open the database without asking the policy, and what they do there instead of handing out people. */
export const sideDoors: Record<string, string> = {
  "lib/access/read-viewer.ts": "Reads the roles of whoever signs in",
  "lib/access/trace-sign-in.ts": "Writes a sign-in to the audit log",
  "lib/digests/deliver.ts": "A job: notes what became of a digest of counts and figures its user may see",
  "lib/digests/read-recipient.ts": "Reads a user's own name and address",
  "lib/digests/send-digests.ts": "A job: claims digests that are due",
  "lib/evaluation/evaluate-folder.ts": "Evaluates a study folder in an organisation made for it, from the command line",
  "lib/governance/create-organisation.ts": "Makes an organisation",
  "lib/governance/read-organisation.ts": "Reads the organisation's settings",
  "lib/governance/read-user.ts": "Reads the viewer's own name",
  "lib/intake/batches.ts": "Part of an import or its job: hands out counts and states",
  "lib/intake/import-files.ts": "Part of an import or its job: hands out counts and states",
  "lib/intake/in-import.ts": "Part of an import or its job: hands out counts and states",
  "lib/intake/jobs/pend-observed.ts": "Part of an import or its job: hands out counts and states",
  "lib/intake/jobs/release-dead-work.ts": "Part of an import or its job: hands out counts and states",
  "lib/intake/jobs/run-upload.ts": "Part of an import or its job: hands out counts and states",
  "lib/intake/settle-rollups.ts": "Part of an import or its job: hands out counts and states",
  "lib/intake/take-parked-rows.ts": "Part of an import or its job: hands out counts and states",
  "lib/intake/write/ensure-partitions.ts": "Part of an import or its job: hands out counts and states",
  "lib/observe/reminders/remind.ts": "A job: writes reminders to managers with how many behaviours wait",
  "lib/prepared/prepare-answer.ts":
    "A job: keeps answers about the whole organisation for the reads that may give them",
  "lib/sharing/open-shared.ts": "Shows a report that was scrubbed of people when its link was made",
  "lib/skills/drafting/propose-behaviours.ts": "Reads a skill of the taxonomy for a draft",
  "lib/surveys/answering/give-answer.ts":
    "Takes an answer from whoever holds a link, and hands out nothing but that it was taken",
  "lib/surveys/answering/read-form.ts": "Hands the questions of a survey to whoever holds a link to it, and no answer",
  "lib/surveys/note-answers.ts": "A job: says that answers have come in",
  "lib/skills/proposals/refresh-proposals.ts":
    "A job: writes proposals from figures of behaviours, withheld under the minimum",
};

/** Server actions for people who are not signed in, as the search for bare ones finds them, and what permits them instead. */
export const openActions: Record<string, string> = {
  "lib/surveys/answering/actions.ts: async function sendAnswersAction(before: Sheet, form: FormData): Promise<Sheet> {":
    "The link to a survey permits it; it goes through give-answer.ts",
};
