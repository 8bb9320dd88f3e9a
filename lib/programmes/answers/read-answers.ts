import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { programmes } from "@/db/schema/programmes";
import { isSmallGroup } from "@/lib/access/privacy";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { type Plan, readPlan } from "@/lib/evaluation/plan";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { query } from "@/lib/server/tenant-access";
import { meantBy } from "@/lib/skills/former-words";
import { readAsOf } from "@/lib/team/as-of";
import { type Answer, answerOf, type Side, type Sides } from "./answer";
import { newcomersAnswer } from "./newcomers";
import { type Asked, confidence, escalations, helperCounts, helpMinutes, seenAtWork } from "./people-sums-sql";
import type { Answers } from "./questions";
import { type Found, type Place, questionsOf } from "./questions-of";
import { windowsOf } from "./windows";

const nobody: Side = { n: 0, means: [], covariance: [] };

/**
 * The four questions of days 61 to 90 about the people of an initiative: learners since the first day of its programme against before, and
 * against people who are not in it where there are any. Null where it has no programme.
 */
export const readAnswers = query(
  "initiative.read",
  async (tx, initiativeId: string, { orgId }): Promise<Answers | null> => {
    const plan = await readPlan(tx, initiativeId);
    const [programme] = await tx.select().from(programmes).where(eq(programmes.initiativeId, initiativeId));
    if (!plan || !programme) return null;
    const { startsOn, workflowId } = programme;
    const asOf = await readAsOf(tx, orgId);
    const windows = windowsOf({ startsOn, baseline: plan.baseline, asOf });
    const minimum = await readMinimumGroup(tx, orgId);
    const { taskIds, roleIds } = await namesOf(tx, plan, workflowId);
    const newcomers = await newcomersAnswer(tx, { orgId, startsOn, asOf: asOf ?? startsOn, roleIds, minimum });
    const place: Place = { initiativeId, workflowId };
    if (windows.kind === "none") {
      const none: Answer = { kind: "cannot-tell", because: windows.because };
      const found = { newcomers, level: none, escalated: none, help: none, helpNote: null, confident: none };
      const questions = questionsOf({ ...found, consistent: none, independent: none }, place);
      return { before: null, since: null, because: windows.because, questions };
    }
    const { before, since } = windows;
    const asked: Asked = {
      ...{ orgId, peopleOf: plan.peopleOf, before, since, taskIds, minimum },
      behaviours: plan.chain.behaviours ?? [],
    };
    const of = async (statement: SQL, wanted: "up" | "down", nothing: string) =>
      answerOf(await sidesOf(tx, statement), { minimum, wanted, nothing });
    const unseen = "Nobody was seen doing the behaviours of the chain both before and since.";
    const found: Found = {
      newcomers,
      level: await of(seenAtWork(asked, "level"), "up", unseen),
      escalated: await of(
        escalations(asked),
        "down",
        "No job of the workflow with a known outcome is on file before and since.",
      ),
      ...(await helpAnswer(tx, asked, of)),
      confident: await of(
        confidence(asked),
        "up",
        "Nobody said both before and since how sure they were of their answers.",
      ),
      consistent: await of(
        seenAtWork(asked, "consistent"),
        "up",
        "No rating says before and since whether it is done alike each time.",
      ),
      independent: await of(
        seenAtWork(asked, "independent"),
        "up",
        "No rating says before and since whether help was needed.",
      ),
    };
    return { before, since, because: null, questions: questionsOf(found, place) };
  },
);

async function sidesOf(tx: Tx, statement: SQL): Promise<Sides> {
  const { rows } = await withoutLoops(tx, true, () => tx.execute<Side & { side: keyof Sides }>(statement));
  const of = (side: keyof Sides) => rows.find((row) => row.side === side) ?? nobody;
  return { learners: of("learners"), others: of("others") };
}

/** Time of few helpers would be that of somebody. */
async function helpAnswer(
  tx: Tx,
  asked: Asked,
  of: (statement: SQL, wanted: "up" | "down", nothing: string) => Promise<Answer>,
): Promise<Pick<Found, "help" | "helpNote">> {
  type Helpers = {
    requests: number;
    isTimed: boolean;
    byManagers: boolean;
    helpers: number | null;
    managers: number | null;
  };
  const { rows } = await tx.execute<Helpers>(helperCounts(asked));
  const [{ requests, isTimed, byManagers, helpers, managers }] = rows as [Helpers];
  const cannot = (because: string) => ({ help: { kind: "cannot-tell", because } as const, helpNote: null });
  if (requests === 0) return cannot("No question of these people is on file, before or since.");
  if (!isTimed) return cannot("No question on file says how long the answer took.");
  if (isSmallGroup((byManagers ? managers : helpers) ?? 0, asked.minimum)) {
    return { help: { kind: "withheld", minimum: asked.minimum }, helpNote: null };
  }
  return {
    help: await of(helpMinutes(asked, byManagers), "down", "Nobody was here both before and since."),
    helpNote: byManagers ? null : "No manager is on file as having answered: counted is the time of everybody who did.",
  };
}

async function namesOf(tx: Tx, { orgId, chain }: Plan, workflowId: string | null) {
  const { rows: tasks } = await tx.execute<{ id: string }>(sql`
    select distinct task_id as id from workflow_steps where org_id = ${orgId} and workflow_id = ${workflowId} and task_id is not null`);
  const { rows: roles } = await tx.execute<{ id: string }>(sql`
    select distinct m.id from (${meantBy(orgId, "role")}) m where m.name = any(${sql.param(chain.role ?? [])}::text[])`);
  return { taskIds: tasks.map(({ id }) => id), roleIds: roles.map(({ id }) => id) };
}
