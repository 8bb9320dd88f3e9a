import "server-only";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { addMonths } from "@/lib/metrics/period";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import { keptFor, openWork, readFigures } from "@/lib/work/figures/read-figures";
import { diagnose, type Engagement } from "./diagnose";
import type { DiagnosedTask, Friction, FrictionPoint, NamedProposal, RevisionTask } from "./friction";
import { quietMonths } from "./judge-proposal";
import { proposeFriction } from "./propose";
import { type Asked, readEngagement } from "./read-engagement";
import { readRegister } from "./read-register";

const keptEngagement = keepRecent<Record<string, Engagement>>(30);

/**
 * The friction of a role, or of all: what data show and nobody has judged, the register with what became of what was solved, and which of it
 * lies in the process or in the content rather than in people.
 */
export async function readFriction(viewer: Viewer, roleId: string | null): Promise<Friction> {
  const [{ figures, ...view }, { points, names }] = await Promise.all([
    readFigures(viewer, null),
    readRegister(viewer, roleId),
  ]);
  const found = proposeFriction(figures.tasks).filter((one) => roleId === null || one.roleId === roleId);
  const named = found.flatMap((one): NamedProposal[] => {
    const [role, task] = [names.get(one.roleId), names.get(one.taskId)];
    return role && task ? [{ ...one, role, task }] : [];
  });
  const asked = named.map(({ roleId: role, taskId, kind, signal }) => ({
    key: keyOf(role, taskId, kind),
    roleId: role,
    taskId,
    signal,
  }));
  const engagement = await keptFor(keptEngagement, viewer, { asked, anchors: anchorsOf(points) }, () =>
    readEngagements(viewer, asked),
  );
  const diagnosed = diagnosedOf(named, engagement);
  const quietSince = addMonths(new Date().toISOString().slice(0, 7).concat("-01"), -quietMonths);
  const judged = points.filter(
    ({ origin, status, createdAt }) => origin === "data" && (status !== "dismissed" || createdAt >= quietSince),
  );
  const isJudged = (one: NamedProposal) =>
    judged.some(({ role, task, kind }) => role.id === one.roleId && task?.id === one.taskId && kind === one.kind);
  return {
    ...view,
    proposals: named.filter((one) => !isJudged(one)),
    points: points.filter(({ status }) => status !== "dismissed"),
    diagnosed,
    revisions: revisionsOf(diagnosed, points),
    adding: may(viewer.roles, "friction.add"),
  };
}

const keyOf = (roleId: string, taskId: string, kind: string) => `${roleId} ${taskId} ${kind}`;
const anchorsOf = (points: readonly FrictionPoint[]) =>
  points.flatMap(({ id, activities }) => activities.map((one) => [id, one.id]));

function diagnosedOf(named: readonly NamedProposal[], engagement: Record<string, Engagement>): DiagnosedTask[] {
  return named.flatMap(({ roleId, taskId, role, task, kind, signal, share, rest }) => {
    const key = keyOf(roleId, taskId, kind);
    const known = engagement[key];
    const diagnosis = known ? diagnose(known, { rest, kind }) : null;
    return known && diagnosis ? [{ key, role, task, kind, signal, share, rest, engagement: known, diagnosis }] : [];
  });
}

/** Consistently misunderstood: people used it and the task still goes worse than their other work. A process at fault is no matter of content. */
function revisionsOf(diagnosed: readonly DiagnosedTask[], points: readonly FrictionPoint[]): RevisionTask[] {
  return diagnosed
    .filter(({ diagnosis }) => diagnosis === "content")
    .flatMap((why) => {
      const anchored = points.filter(
        ({ role, task, status }) => task && status !== "dismissed" && why.key.startsWith(`${role.id} ${task.id} `),
      );
      const activities = new Map(anchored.flatMap((point) => point.activities.map((one) => [one.id, one] as const)));
      return [...activities.values()].map((activity) => ({ activity, role: why.role, task: why.task, why }));
    });
}

const readEngagements = query("work.read", async (tx, asked: readonly Asked[], viewer) => {
  const { bounds, period, minimum } = await openWork(tx, viewer);
  if (!bounds || !period) return {};
  return Object.fromEntries(await readEngagement(tx, { orgId: viewer.orgId, bounds, period, minimum }, asked));
});
