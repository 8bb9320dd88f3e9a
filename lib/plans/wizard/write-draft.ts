import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { armMembers, type assignments } from "@/db/schema/arms";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import { kpis } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import type { Study } from "@/lib/intake/study/study";
import { usualAim } from "@/lib/stats/power/precision";
import type { PlannableDesign } from "./choices";
import type { DrawnPlan } from "./draw-of";
import type { Judged } from "./judge-designs";
import type { Version } from "./next-version";
import type { Prepared } from "./prepare";

const rowsAtOnce = 2_000;

/** `version`: of what came before it, 1 for what iterates nothing. */
type Draft = {
  id: string;
  study: Study;
  hash: string;
  prepared: Prepared;
  judged: Judged;
  draw: DrawnPlan;
  version: Version;
};

/** Writes a draft with its KPIs and who is in which arm. Throws `conflict` where an initiative has its code. */
export async function writeDraft(
  tx: Tx,
  viewer: Viewer,
  { id, study, hash, prepared, judged, draw, version }: Draft,
): Promise<void> {
  await writePlan(tx, viewer, { id, study, hash, version, plannedPower: powerOf(prepared, judged) });
  await writeKpis(tx, viewer.orgId, id, study);
  await writeMembers(tx, viewer.orgId, id, { draw, judged });
}

const assignedBy: Record<PlannableDesign, (typeof assignments)[number]> = {
  randomised: "randomised",
  cluster_randomised: "randomised",
  time_to_event: "randomised",
  phased: "phased",
  comparison: "chosen",
  before_after: "chosen",
};

async function writeMembers(
  tx: Tx,
  orgId: string,
  initiativeId: string,
  { draw, judged }: Pick<Draft, "draw" | "judged">,
): Promise<void> {
  const rows = draw.drawn.map(({ person, arm, stratum }) => ({
    orgId,
    initiativeId,
    personId: person.id,
    arm,
    plannedOn: draw.startsOn(arm),
    cluster: judged.lots.byTeam ? person.team : null,
    assigned: assignedBy[judged.design],
    attributes: stratum === "" ? {} : { stratum },
    batchId: null,
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.insert(armMembers).values(rows.slice(from, from + rowsAtOnce));
  }
}

function powerOf(
  { transform }: Prepared,
  { precision, detectable }: Judged,
): (typeof initiatives.$inferInsert)["plannedPower"] {
  if (precision?.kind !== "precision") return null;
  return {
    method: precision.method,
    detectable: detectable?.effect ?? null,
    standardError: transform.log ? null : precision.standardError,
    degreesOfFreedom: precision.degreesOfFreedom,
    power: usualAim.power,
    alpha: usualAim.alpha,
  };
}

type PlanRow = Pick<Draft, "id" | "study" | "hash" | "version"> & { plannedPower: ReturnType<typeof powerOf> };

async function writePlan(
  tx: Tx,
  { orgId, userId }: Viewer,
  { id, study, hash, version, plannedPower }: PlanRow,
): Promise<void> {
  const saved = await tx
    .insert(initiatives)
    .values({
      id,
      orgId,
      code: study.initiative ?? "",
      title: study.title,
      note: study.note ?? null,
      design: study.design,
      unitOfAnalysis: study.unit_of_analysis,
      cluster: study.cluster,
      period: study.period,
      baselineFrom: study.baseline?.from ?? null,
      baselineTo: study.baseline?.to ?? null,
      followUpFrom: study.follow_up?.from ?? null,
      followUpTo: study.follow_up?.to ?? null,
      control: study.control ?? null,
      covariates: study.covariates,
      transform: study.transform,
      confidence: study.confidence,
      seed: study.seed,
      allocation: study.allocation ?? null,
      chain: study.chain,
      hypothesis: study.hypothesis,
      exclusions: study.exclusions ?? [],
      plannedPower,
      draft: true,
      ...version,
      planHash: hash,
      batchId: null,
      createdBy: userId,
    })
    .onConflictDoNothing()
    .returning({ id: initiatives.id });
  if (saved.length === 0) {
    const taken = "An initiative of this name exists already";
    throw new DomainError("conflict", taken, { title: [taken] });
  }
}

async function writeKpis(tx: Tx, orgId: string, initiativeId: string, study: Study): Promise<void> {
  const named = [
    { code: study.primary_kpi, role: "primary" as const },
    ...study.secondary_kpis.map((code) => ({ code, role: "secondary" as const })),
    ...(study.placebo_kpis ?? []).map((code) => ({ code, role: "placebo" as const })),
  ];
  const codes = named.map(({ code }) => code);
  const found = await tx.select({ id: kpis.id, code: kpis.code }).from(kpis).where(inArray(kpis.code, codes));
  const ids = new Map(found.map(({ id, code }) => [code, id]));
  await tx.insert(initiativeKpis).values(
    named.flatMap(({ code, role }) => {
      const kpiId = ids.get(code);
      return kpiId === undefined ? [] : [{ orgId, initiativeId, kpiId, role }];
    }),
  );
}
