import type { Viewer } from "@/lib/access/viewer";
import { currentEvaluation, registeredEvaluation } from "@/lib/evaluation/current-evaluation";
import { isWithheld } from "@/lib/evaluation/headline";
import { formatsFor } from "@/lib/format/formats";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { readInitiative } from "@/lib/initiatives/read-initiative";
import { readInitiatives } from "@/lib/initiatives/read-initiatives";
import { readWhatMoved } from "@/lib/initiatives/read-what-moved";
import { readWhereInWork } from "@/lib/initiatives/read-where-in-work";
import { ladderView } from "@/lib/ladder/ladder-view";
import { shownResults } from "@/lib/ladder/shown-results";
import { readAmendments } from "@/lib/plans/read-amendments";
import { readExplorations } from "@/lib/plans/read-explorations";
import { readKpiChoices } from "@/lib/plans/read-kpi-choices";
import { readRegistration } from "@/lib/plans/read-registration";
import { readStart } from "@/lib/plans/read-start";
import { readWizard } from "@/lib/plans/wizard/read-wizard";
import { whoGoesWhen } from "@/lib/plans/wizard/who-goes-when";
import type { Canary } from "./given-canary";
import { figures, today, type Walk } from "./walk";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });

/** What the page of an initiative draws: what is withheld there is drawn from nothing. */
async function pageOf(viewer: Viewer, initiativeId: string) {
  const initiative = await readInitiative(viewer, initiativeId);
  const evaluation = initiative?.plan.draft ? null : await currentEvaluation(viewer, initiativeId);
  if (!initiative || !evaluation) return { initiative };
  const { plan, minimumGroupSize: minimum } = initiative;
  const { result } = evaluation;
  const rule = { minimum, confidence: plan.confidence };
  return {
    initiative,
    view: ladderView(result.ladder, { ...rule, formats }),
    drawn: isWithheld(result, minimum) ? null : { ...result, results: shownResults(result, rule), ladder: null },
    registered: await registeredEvaluation(viewer, initiativeId),
    moved: await readWhatMoved(viewer, initiativeId),
    start: await readStart(viewer, initiativeId),
    frozen: await readRegistration(viewer, initiativeId),
    amended: await readAmendments(viewer, initiativeId),
    explored: await readExplorations(viewer, initiativeId),
  };
}

const each = async (ids: Canary["initiatives"], ask: (id: string) => Promise<unknown>) => {
  const found = [];
  for (const id of Object.values(ids)) found.push(await ask(id));
  return found;
};

export const initiativeWalks: readonly Walk[] = [
  figures(
    [
      "lib/initiatives/read-initiative.ts:readInitiative",
      "lib/evaluation/current-evaluation.ts:readCurrent",
      "lib/evaluation/evaluate-command.ts:evaluateAndKeep",
      "lib/initiatives/read-what-moved.ts:readWhatMoved",
      "lib/plans/read-start.ts:readStart",
      "lib/plans/read-registration.ts:readRegistration",
      "lib/plans/read-amendments.ts:readAmendments",
      "lib/plans/read-explorations.ts:readExplorations",
    ],
    (viewer, { initiatives }) => each(initiatives, (id) => pageOf(viewer, id)),
  ),
  figures(
    ["lib/initiatives/read-initiatives.ts:readInitiatives", "lib/initiatives/evaluate-missing.ts:readMissing"],
    async (viewer) => [await evaluateMissing(viewer), await readInitiatives(viewer, null)],
  ),
  figures(["lib/initiatives/read-where-in-work.ts:readTouched"], (viewer, { initiatives }) =>
    each(initiatives, (id) => readWhereInWork(viewer, id)),
  ),
  figures(["lib/plans/read-kpi-choices.ts:readKpiChoices"], (viewer) => readKpiChoices(viewer, null)),
  figures(["lib/plans/wizard/read-wizard.ts:readWizard"], async (viewer, { idOf }) => {
    const given = { kpi: "voice", behaviour: ["Holds the note"], step: "people" };
    return [
      await readWizard(viewer, { given, today: today() }),
      await readWizard(viewer, { given: { ...given, kpi: "errors", role: [idOf("soloist")] }, today: today() }),
    ];
  }),
  figures(
    ["lib/plans/wizard/who-goes-when.ts:whoGoesWhen"],
    (viewer, { initiatives }) => each(initiatives, (id) => whoGoesWhen(viewer, id)),
    "Whoever plans a roll-out is told who goes when; each look leaves a trace",
  ),
];
