import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { resolveScope } from "@/lib/access/scope";
import { addDays } from "@/lib/days";
import { readRules } from "@/lib/evidence/read-rules";
import { managerSupport, type SupportLevel } from "@/lib/metrics/manager-support";
import { type Period, periodOf, shiftPeriod } from "@/lib/metrics/period";
import { leaveTraces, query } from "@/lib/server/tenant-access";
import { readAsOf } from "./as-of";
import type { Depth } from "./depth";
import type { LinePerson } from "./line";
import type { NudgeEffect } from "./nudges/nudge-effect";
import { readNudgeEffect } from "./nudges/read-nudge-effect";
import { readSentNudges, type SentNudge } from "./nudges/read-sent-nudges";
import { readChosenLine } from "./read-chosen-line";
import { readSkillChoices } from "./read-skill-choices";
import { readBySupport, type SupportGroup } from "./support/read-by-support";
import { readSupport, type Support } from "./support-log/read-support";

export type TeamSupport = {
  people: LinePerson[];
  line: number;
  support: Support[];
  nudges: SentNudge[];
  nudging: { perPersonPerWeek: number; holdOutShare: number };
  effect: NudgeEffect;
  /** Of the viewer in the last three months; null without direct reports. */
  own: { actions: number; personMonths: number; level: SupportLevel } | null;
  /** Their line by how much each one's manager did; null before there is a whole quarter of data. */
  bySupport: { period: Period; groups: SupportGroup[]; minimum: number } | null;
  skills: { id: string; name: string }[];
  viewerId: string | null;
};

/** What the viewer and the managers below them did for people's skills, nudges, and what goes with them. As `readWeek` for the rest. */
export const readSupportPage = query("team.read", async (tx, depth: Depth, viewer): Promise<TeamSupport | null> => {
  const chosen = await readChosenLine(tx, viewer, depth);
  if (!chosen) return null;
  const { orgId } = viewer;
  const { coachId, size, people, ids } = chosen;
  const these = sql`any(${sql.param(ids)}::uuid[])`;
  const { rules } = await readRules(tx, orgId);
  const minimum = await readMinimum(tx, orgId);
  const asOf = await readAsOf(tx, orgId);
  const period = asOf ? lastWholeQuarter(asOf) : null;
  const bounds = { kind: "line", personId: coachId } as const;
  const scope = await resolveScope(tx, bounds, { kind: "line" });
  await leaveTraces(tx, viewer, "person.read", ids, { page: "team/support" });
  return {
    people,
    line: size,
    support: await readSupport(tx, orgId, sql`m.person_id = ${these}`),
    nudges: await readSentNudges(tx, orgId, sql`n.person_id = ${these}`),
    nudging: rules.nudging,
    effect: await readNudgeEffect(tx, orgId, rules.nudging.holdOutShare, minimum),
    own: await readOwnLevel(tx, orgId, coachId),
    bySupport:
      period && scope ? { period, minimum, groups: await readBySupport(tx, { viewer, scope, period, minimum }) } : null,
    skills: await readSkillChoices(tx, orgId, ids),
    viewerId: viewer.userId,
  };
});

function lastWholeQuarter(asOf: string): Period {
  const current = periodOf(asOf, "quarter");
  return addDays(asOf, 1) >= current.end ? current : shiftPeriod(current, -1);
}

async function readMinimum(tx: Tx, orgId: string): Promise<number> {
  const [row] = await tx
    .select({ minimum: organisations.minimumGroupSize })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  return row?.minimum ?? 0;
}

async function readOwnLevel(tx: Tx, orgId: string, coachId: string): Promise<TeamSupport["own"]> {
  const today = new Date().toISOString().slice(0, 10);
  const last = { start: addDays(today, -91), end: addDays(today, 1) };
  const { rows } = await tx.execute<{ actions: number; personMonths: number; level: SupportLevel }>(sql`
    select s.actions, s.person_months::float8 as "personMonths", s.level from (${managerSupport(orgId, last)}) s
    where s.manager_id = ${coachId}`);
  return rows[0] ?? null;
}
