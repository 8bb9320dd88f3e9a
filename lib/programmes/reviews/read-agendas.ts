import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { EvidenceSnapshot } from "@/lib/decisions/evidence-snapshot";
import { takeSnapshot } from "@/lib/decisions/take-snapshot";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { readPlan } from "@/lib/evaluation/plan";
import { formatsFor } from "@/lib/format/formats";
import { readOrganisation } from "@/lib/governance/read-organisation";
import type { Answers } from "@/lib/programmes/answers/questions";
import { readAnswers } from "@/lib/programmes/answers/read-answers";
import type { ReviewKind } from "@/lib/programmes/kinds";
import { query } from "@/lib/server/tenant-access";
import { contentAgenda, decidingAgenda, feedbackAgenda, kpiAgenda } from "./agenda";
import { readAgendaFacts } from "./read-agenda-facts";

export type Agendas = {
  lines: Record<ReviewKind, string[]>;
  /** What the lines rest on, as it is kept with a review that is held. */
  answers: Answers | null;
  evidence: EvidenceSnapshot;
};

/** What each kind of review of a programme should speak about today, from the data as they are. Throws `not-found`. */
export async function readAgendas(viewer: Viewer, initiativeId: string): Promise<Agendas> {
  const [evidence, answers, { locale, currency }] = await Promise.all([
    takeSnapshot(viewer, initiativeId),
    readAnswers(viewer, initiativeId),
    readOrganisation(viewer),
  ]);
  const sentence = evidence.claim?.kind === "claimed" ? evidence.claim.sentence : null;
  const formats = formatsFor({ locale, currency });
  const { facts, minimum } = await readFacts(viewer, { initiativeId, sentence, formats });
  const lines = {
    content: contentAgenda(facts, formats),
    kpi: kpiAgenda(facts),
    feedback: feedbackAgenda(facts, minimum, formats),
    day_90: answers ? decidingAgenda(answers) : [],
  };
  return { lines, answers, evidence };
}

type Asked = { initiativeId: string; sentence: string | null; formats: ReturnType<typeof formatsFor> };

const readFacts = query("initiative.read", async (tx, { initiativeId, sentence, formats }: Asked, { orgId }) => {
  const plan = await readPlan(tx, initiativeId);
  if (!plan) throw new Error("The initiative went while its agenda was read");
  const minimum = await readMinimumGroup(tx, orgId);
  const today = new Date().toISOString().slice(0, 10);
  return { minimum, facts: await readAgendaFacts(tx, { plan, today, minimum, sentence, formats }) };
});
