import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { taxonomyComments, taxonomyDrafts } from "@/db/schema/taxonomy-versions";
import { inTenant } from "@/lib/server/tenant-access";
import { discardDraft } from "@/lib/skills/drafts/hand-over";
import { seededRandom } from "@/lib/stats/random";
import { type GivenOrganisation, givenData, givenOrganisation } from "@/test/factory";
import { dismissProposal, takeProposal } from "./decide-proposal";
import { readProposals } from "./read-proposals";
import { refreshAllProposals, refreshProposals } from "./refresh-proposals";

afterAll(closePool);

let given: GivenOrganisation;

const never = "Never seen";
const full = "Always full";
const disputed = "Disputed";
const old = "Long ago";
const idle = "Idle";
const useful = "Useful";
/** Somebody else of the sixty. */
const peerOf = (person: number) => `E${(person % 59) + 1}`;
const month = (index: number) => `${2024 + Math.floor(index / 12)}-${`${(index % 12) + 1}`.padStart(2, "0")}`;

/** Sixty clerks rated for twenty months on six behaviours, each of its own kind; the KPI follows "Useful" and not "Idle". */
function files() {
  const random = seededRandom(12);
  const people = ["employee_id,role,unit,team,hire_date"];
  const seen = ["observation_id,employee_id,behaviour,level,source,rater_id,observed_at"];
  const values = ["kpi,date,employee_id,value"];
  const rounded = (value: number) => Math.min(5, Math.max(1, Math.round(value)));
  let count = 0;
  const rate = (person: number, behaviour: string, level: number, at: string, source = "manager", rater = "E0") => {
    count += 1;
    seen.push(`O${count},E${person},${behaviour},${level},${source},${rater},${at}`);
  };
  for (let person = 0; person < 60; person += 1) {
    people.push(`E${person},clerk,Co,T${person % 12},2020-01-01`);
    if (person === 0) continue;
    for (let index = 0; index < 20; index += 1) {
      const [useful_, idle_] = [random.normal(), random.normal()];
      for (const [behaviour, level] of [
        [useful, useful_],
        [idle, idle_],
      ] as const) {
        rate(person, behaviour, rounded(3 + level + 0.3 * random.normal()), `${month(index)}-10`);
        rate(
          person,
          behaviour,
          rounded(3 + level + 0.3 * random.normal()),
          `${month(index)}-10`,
          "peer",
          peerOf(person),
        );
      }
      values.push(`speed,${month(index)}-28,E${person},${100 + 10 * useful_ + 10 * random.normal()}`);
    }
    rate(person, full, person % 10 === 0 ? 4 : 5, "2025-06-01");
    rate(person, old, 3, "2024-02-01");
    for (let quarter = 0; quarter < 2; quarter += 1) {
      const at = `${month(12 + 3 * quarter)}-15`;
      rate(person, disputed, 1 + Math.floor(5 * random.uniform()), at);
      rate(
        person,
        disputed,
        1 + Math.floor(5 * random.uniform()),
        at,
        "peer",
        `E${(person % 59) + 1 === person ? 1 : (person % 59) + 1}`,
      );
    }
  }
  return {
    "people.csv": `${people.join("\n")}\n`,
    "skills.csv": `role,task,skill,behaviour\n${[never, full, disputed, old, idle, useful].map((one) => `clerk,Files,Care,${one}`).join("\n")}\n`,
    "observations.csv": `${seen.join("\n")}\n`,
    "kpis.csv": "kpi,name,layer,direction,kind\nspeed,Speed,in_work,up,mean\n",
    "kpi.csv": `${values.join("\n")}\n`,
  };
}

const lead = () => given.as("ld_lead");
const open = async () => (await readProposals(lead(), null)).open;
const named = async (statement: string) => {
  const found = (await open()).find((one) => one.statement === statement);
  if (!found) throw new Error(`no proposal for ${statement}`);
  return found;
};

beforeAll(async () => {
  given = await givenData(files());
}, 120_000);

beforeEach(async () => {
  await inTenant(given.orgId, (tx) => tx.execute(sql`delete from taxonomy_proposals`));
  await refreshProposals(lead(), null);
});

test("each kind is proposed where it is planted, and nowhere else; a KPI that follows keeps its behaviour", async () => {
  const found = (await open()).map(({ kind, statement }) => `${statement}: ${kind}`);
  expect(found.toSorted()).toEqual(
    [
      `${full}: at_ceiling`,
      `${disputed}: raters_disagree`,
      `${idle}: moves_no_kpi`,
      `${old}: outdated`,
      `${never}: never_observed`,
    ].toSorted(),
  );
  expect((await named(never)).figures).toMatchObject({ people: 59, roles: ["clerk"] });
  expect((await named(full)).figures).toMatchObject({ people: 59, share: 54 / 59 });
  const { figures } = await named(idle);
  expect(figures.kind === "moves_no_kpi" && figures.kpis.map(({ name }) => name)).toEqual(["Speed"]);
});

test("looking again changes nothing, and at night the same is done for every organisation", async () => {
  const before = await open();
  expect(await refreshProposals(lead(), null)).toEqual({ open: 5, added: 0, gone: 0 });
  const stranger = await givenOrganisation();
  await refreshAllProposals([given.orgId, stranger.orgId]);
  expect(await open()).toEqual(before);
  expect((await readProposals(stranger.as("admin"), null)).open).toEqual([]);
});

test("what is dismissed stays away with its reason until its figure changes by a quarter", async () => {
  const { id } = await named(old);
  await expect(dismissProposal(lead(), { id, reason: " " })).rejects.toMatchObject({
    fields: { reason: [expect.any(String)] },
  });
  await dismissProposal(lead(), { id, reason: "Comes back in spring" });
  await expect(dismissProposal(lead(), { id, reason: "Again" })).rejects.toMatchObject({ code: "conflict" });
  await refreshProposals(lead(), null);
  expect((await open()).map(({ statement }) => statement)).not.toContain(old);
  expect((await readProposals(lead(), null)).decided).toMatchObject([
    { statement: old, status: "dismissed", reason: "Comes back in spring" },
  ]);
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update taxonomy_proposals set figures = jsonb_set(figures, '{key}', '100') where id = ${id}`),
  );
  await refreshProposals(lead(), null);
  expect((await named(old)).id).not.toBe(id);
});

test("what is taken opens a draft with the figures as a comment on the behaviour; discarded, it is proposed again", async () => {
  const { id, nodeId } = await named(disputed);
  const { draftId } = await takeProposal(lead(), { id, draftId: null });
  const [draft] = await inTenant(given.orgId, (tx) =>
    tx.select().from(taxonomyDrafts).where(eq(taxonomyDrafts.id, draftId)),
  );
  expect(draft).toMatchObject({ status: "open", title: "From evidence: raters disagree" });
  const [comment] = await inTenant(given.orgId, (tx) =>
    tx.select().from(taxonomyComments).where(eq(taxonomyComments.nodeId, nodeId)),
  );
  expect(comment?.text).toMatch(/^From evidence. Raters disagree: .*alpha/);
  await refreshProposals(lead(), null);
  expect((await open()).map(({ statement }) => statement)).not.toContain(disputed);
  await expect(takeProposal(lead(), { id, draftId: null })).rejects.toMatchObject({ code: "conflict" });

  await inTenant(given.orgId, (tx) =>
    tx.update(taxonomyDrafts).set({ status: "discarded" }).where(eq(taxonomyDrafts.id, draftId)),
  );
  await refreshProposals(lead(), null);
  const again = await named(disputed);
  await expect(takeProposal(lead(), { id: again.id, draftId })).rejects.toMatchObject({ code: "conflict" });
});

test("a double click takes a proposal once and leaves one draft open", async () => {
  const { id } = await named(disputed);
  const before = await inTenant(given.orgId, (tx) => tx.$count(taxonomyDrafts, eq(taxonomyDrafts.status, "open")));
  const twice = await Promise.allSettled([1, 2].map(() => takeProposal(lead(), { id, draftId: null })));
  expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const after = await inTenant(given.orgId, (tx) => tx.$count(taxonomyDrafts, eq(taxonomyDrafts.status, "open")));
  expect(after).toBe(before + 1);
  const [taken] = twice.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  await discardDraft(lead(), { draftId: taken?.draftId ?? "" });
  await refreshProposals(lead(), null);
});

test("what the evidence no longer speaks for is gone", async () => {
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update behaviours set retired_at = now() where statement = ${never}`),
  );
  expect(await refreshProposals(lead(), null)).toEqual({ open: 4, added: 0, gone: 1 });
  expect((await readProposals(lead(), null)).decided).toMatchObject([
    { statement: never, status: "gone", decidedBy: null },
  ]);
  await inTenant(given.orgId, (tx) =>
    tx.execute(sql`update behaviours set retired_at = null where statement = ${never}`),
  );
  expect(await refreshProposals(lead(), null)).toEqual({ open: 5, added: 1, gone: 0 });
});

test("only who edits the taxonomy may see or decide; another organisation's proposal does not exist", async () => {
  const { id } = await named(full);
  for (const role of ["hrbp", "manager", "executive", "employee"] as const) {
    await expect(readProposals(given.as(role), null)).rejects.toMatchObject({ code: "forbidden" });
    await expect(refreshProposals(given.as(role), null)).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = await givenOrganisation();
  await expect(dismissProposal(stranger.as("admin"), { id, reason: "No" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(takeProposal(stranger.as("admin"), { id, draftId: null })).rejects.toMatchObject({ code: "not-found" });
});
