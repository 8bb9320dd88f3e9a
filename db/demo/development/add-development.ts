import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/days";
import { inTenant } from "@/lib/server/tenant-access";
import { refreshAllProposals } from "@/lib/skills/proposals/refresh-proposals";
import { readAsOf } from "@/lib/team/as-of";
import { addCalibrations } from "./calibrations";
import { addContests } from "./contests";
import { addDecisions } from "./decisions";
import { addDigests } from "./digests";
import { addManagers } from "./managers";
import { addMarks } from "./marks";
import { addMoney } from "./money";
import { addNudgeOfTheWeek, addNudges } from "./nudges";
import { addDraftInReview } from "./open-draft";
import { addOpenings } from "./openings";
import { readNeeded, readSpells } from "./places";
import { addProgramme } from "./programme";
import { addReviews } from "./reviews";
import { addRevision } from "./revisions";
import { addSupport } from "./support";
import { addSurveys } from "./surveys";

type Generated = { seed: number; firstMonth: string; months: number; observingTeams: readonly string[] };
/** Employee ids. */
type SignIns = { manager: string | null; employee: string | null; colleague: string | null };
type Options = Generated & { signIns: SignIns; author: Viewer; now: Date; log(line: string): void };

/**
 * What people did with the evidence: managers' actions, nudges, contests, reviews, calibrations, content that was revised, a draft in review and the proposals
 * computed from all of it. After everything else is loaded; adds no fact but the ratings of answered reviews.
 */
export async function addDevelopment(orgId: string, options: Options): Promise<void> {
  const { seed, firstMonth, months, signIns, now, log } = options;
  const observingTeams = new Set(options.observingTeams);
  const today = dayOf(now);
  await inTenant(orgId, async (tx) => {
    await addManagers(tx, orgId);
    const last = await readAsOf(tx, orgId);
    if (last === null) throw new Error("The demo has no facts");
    const [spells, needed] = [await readSpells(tx, orgId), await readNeeded(tx, orgId)];
    const parts = await readParts(tx, orgId, signIns);
    const { manager, employee, colleague } = parts;
    const lately = manager && { managerId: manager.personId, until: today };
    const support = { seed, spells, needed, observingTeams, firstMonth, months, lately };
    log(`manager actions: ${await addSupport(tx, orgId, support)} rows`);
    log(`nudges: ${await addNudges(tx, orgId, { seed, spells, needed, observingTeams, last })} rows`);
    log(`revisions of content: ${await addRevision(tx, orgId, { firstMonth, months, author: options.author })}`);
    if (!manager || !employee || !colleague) return;
    const own = spells.find(({ personId, until }) => personId === employee.personId && until === null);
    const skill = needed.get(employee.personId)?.find(({ hasContent }) => hasContent);
    if (own && skill) await addNudgeOfTheWeek(tx, orgId, own, skill, now);
    const pair = { employee: employee.personId, colleague: colleague.personId, manager, today };
    log(`contests: ${await addContests(tx, orgId, pair)} rows`);
    log(`reviews: ${await addReviews(tx, orgId, { employee, colleague, last })} rows`);
    const calibration = { seed, createdBy: options.author.userId, last, today, except: manager.userId };
    log(`calibrations: ${await addCalibrations(tx, orgId, calibration)} levels`);
  });
  await addDraftInReview(options.author);
  log("a draft in review");
  log(`guardrails, remarks and views: ${await addMarks(orgId, options.author)} rows`);
  log(`openings of pages: ${await inTenant(orgId, (tx) => addOpenings(tx, orgId, seed, now))} rows`);
  await refreshAllProposals([orgId]);
  log("proposals: computed");
  log(`surveys: ${await addSurveys(options)}`);
  log(`digests: ${await addDigests(orgId)}`);
  log(`money: ${await addMoney(orgId)} benefit lines`);
  log(`decisions: ${await addDecisions(options.author, today)}`);
  log(`a programme on day ${await addProgramme(options.author, options.author.userId, today)}`);
}

type Part = { personId: string; userId: string };
type Parts = { [Who in keyof SignIns]: Part | null };

async function readParts(tx: Tx, orgId: string, signIns: SignIns): Promise<Parts> {
  const { rows } = await tx.execute<Part & { employeeId: string }>(sql`
    select p.employee_id as "employeeId", p.id as "personId", u.id as "userId" from people p
    join users u on u.org_id = p.org_id and u.person_id = p.id where p.org_id = ${orgId}`);
  const part = (employeeId: string | null) => rows.find((row) => row.employeeId === employeeId) ?? null;
  const { manager, employee, colleague } = signIns;
  return { manager: part(manager), employee: part(employee), colleague: part(colleague) };
}
