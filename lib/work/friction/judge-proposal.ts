import "server-only";
import { and, eq, gt, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { frictionPoints } from "@/db/schema/workflows";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { isTold } from "@/lib/prepared/told";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { sameTasks } from "@/lib/skills/carried-tasks";
import { readFigures } from "@/lib/work/figures/read-figures";
import { type DismissFriction, dismissFrictionInput, type KeepFriction, keepFrictionInput } from "./input";
import type { FrictionKind } from "./kinds";
import { type Proposal, proposeFriction } from "./propose";

/** Dismissed friction is not proposed again for so long. */
export const quietMonths = 6;

export type KeptFigures = Proposal & {
  from: string;
  to: string;
  of: "everybody" | "units" | "line";
  solvedOn?: string;
  reason?: string;
};

type Judged = { roleId: string; taskId: string; kind: FrictionKind };
type Verdict = { proposal: Judged; figures: KeptFigures; statement: string; status: "open" | "dismissed" };

/** Keeps a friction point that data show, with the figures it has now. Throws as `judge`. */
export async function keepFriction(viewer: Viewer, raw: KeepFriction): Promise<{ id: string }> {
  const { statement, ...proposal } = parseOrThrow(keepFrictionInput, raw);
  return judge(viewer, { proposal, figures: await figuresOf(viewer, proposal), statement, status: "open" });
}

/** Says that what data show is no friction; it is not proposed again for six months. Throws as `judge`. */
export async function dismissFriction(viewer: Viewer, raw: DismissFriction): Promise<{ id: string }> {
  const { reason, ...proposal } = parseOrThrow(dismissFrictionInput, raw);
  const figures = { ...(await figuresOf(viewer, proposal)), reason };
  return judge(viewer, { proposal, figures, statement: reason, status: "dismissed" });
}

/** Throws `conflict` where data do not show it (any more) to this viewer, and while nobody knows yet. */
async function figuresOf(viewer: Viewer, { roleId, taskId, kind }: Judged): Promise<KeptFigures> {
  const { figures, period, people, told } = await readFigures(viewer, null);
  if (!isTold(told)) throw new DomainError("conflict", "The figures are being computed. Try again in a few minutes");
  const found = proposeFriction(figures.tasks).find(
    (one) => one.roleId === roleId && one.taskId === taskId && one.kind === kind,
  );
  if (!found || !period) {
    throw new DomainError("conflict", "Data do not show this any more. Look again; nothing was changed");
  }
  return { ...found, from: period.start, to: period.end, of: people };
}

/** One judgement of the same finding at a time. Throws `conflict` where somebody has judged it already. */
const judge = command(
  "friction.add",
  async (tx, { proposal, figures, statement, status }: Verdict, { orgId, userId }, trace): Promise<{ id: string }> => {
    const { roleId, taskId, kind } = proposal;
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`friction ${orgId} ${roleId} ${taskId} ${kind}`}, 0))`,
    );
    if (await isJudged(tx, orgId, proposal)) {
      throw new DomainError("conflict", "Somebody has kept or dismissed this already. Nothing was changed");
    }
    const [row] = await tx
      .insert(frictionPoints)
      .values({ orgId, roleId, taskId, kind, statement, origin: "data", figures, status, createdBy: userId })
      .returning({ id: frictionPoints.id });
    if (!row) throw new Error("The friction point was not written");
    trace.subject = row.id;
    trace.detail = {
      change: status === "open" ? "kept" : "dismissed",
      kind,
      role: roleId,
      task: taskId,
      signal: figures.signal,
    };
    return row;
  },
);

async function isJudged(tx: Tx, orgId: string, { roleId, taskId, kind }: Judged): Promise<boolean> {
  const same = and(
    eq(frictionPoints.orgId, orgId),
    or(eq(frictionPoints.roleId, roleId), ne(frictionPoints.taskId, taskId)),
    sql`${frictionPoints.taskId} = ${sameTasks(orgId, [taskId])}`,
    eq(frictionPoints.kind, kind),
    eq(frictionPoints.origin, "data"),
    or(
      ne(frictionPoints.status, "dismissed"),
      gt(frictionPoints.changedAt, sql`now() - make_interval(months => ${quietMonths}::int)`),
    ),
  );
  return (await tx.$count(frictionPoints, same)) > 0;
}
