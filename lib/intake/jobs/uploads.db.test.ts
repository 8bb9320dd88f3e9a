import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importBatches } from "@/db/schema/imports";
import { uploads } from "@/db/schema/uploads";
import type { Viewer } from "@/lib/access/viewer";
import { readUpload } from "@/lib/intake/read-upload";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { receiveFile } from "./receive-file";
import { releaseDeadWork } from "./release-dead-work";
import { runUpload } from "./run-upload";
import { checkUpload, discardUpload, importUpload } from "./upload-commands";
import { uploadFolder } from "./upload-store";

const people = "employee_id,email,hire_date\nE1,a@example.com,2024-01-01\nE2,,1.2.2024\n";
const owner = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const folder = mkdtempSync(path.join(tmpdir(), "throughline-uploads-"));

beforeAll(() => {
  process.env.THROUGHLINE_FOLDER = folder;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await owner.end();
});

const bodyOf = (text: string) => new Blob([text]).stream() as Parameters<typeof receiveFile>[1]["body"];

async function send(viewer: Viewer, files: Record<string, string>): Promise<string> {
  let uploadId: string | null = null;
  for (const [name, text] of Object.entries(files)) {
    ({ uploadId } = await receiveFile(viewer, { uploadId, name, body: bodyOf(text) }));
  }
  return uploadId ?? "";
}

const noChoices = { choices: [], confirmLargeExit: false };
const work = ({ orgId }: Viewer, uploadId: string, attempts = 1) => runUpload({ orgId, uploadId }, attempts);

async function jobsOf(uploadId: string) {
  const { rows } = await owner.query("select queue_name, locked_by from graphile_worker.jobs where key = $1", [
    `upload ${uploadId}`,
  ]);
  return rows;
}

test("files are checked without keeping anything, then imported once, and leave the disk", async () => {
  const { as, orgId } = await givenOrganisation();
  const lead = as("ld_lead");
  const uploadId = await send(lead, { "hr/people.csv": people });
  await checkUpload(lead, { uploadId, ...noChoices });
  expect(await jobsOf(uploadId)).toEqual([{ queue_name: `imports of ${orgId}`, locked_by: null }]);
  await work(lead, uploadId);

  const checked = await readUpload(lead, uploadId);
  expect(checked).toMatchObject({ status: "checked", reports: [{ kind: "people", added: 1, rejected: 1 }] });
  expect(checked?.reports?.[0]?.faults).toMatchObject([{ line: 3, column: "hire_date", value: "1.2.2024" }]);
  expect(await count(orgId, "people")).toBe(0);

  await Promise.all([importUpload(lead, { uploadId }), importUpload(lead, { uploadId })]);
  await work(lead, uploadId);
  await work(lead, uploadId);
  await importUpload(lead, { uploadId });
  expect(await readUpload(lead, uploadId)).toMatchObject({ status: "done", reports: [{ added: 1, rejected: 1 }] });
  expect(await count(orgId, "people")).toBe(1);
  expect(await count(orgId, "import_batches")).toBe(1);
  expect(existsSync(uploadFolder(orgId, uploadId))).toBe(false);
});

test("the same bytes again say when they were taken before", async () => {
  const { as, take } = await givenOrganisation();
  await take({ "people.csv": people });
  const uploadId = await send(as("admin"), { "again.csv": people, "other.csv": `${people}E3,,\n` });
  const upload = await readUpload(as("admin"), uploadId);
  expect(upload?.files.map(({ kind, takenBefore }) => [kind, takenBefore !== null])).toEqual([
    ["people", true],
    ["people", false],
  ]);
});

test("a cohort without its study.json asks for the initiative, with it does not", async () => {
  const { as } = await givenOrganisation();
  const cohort = "employee_id,arm\nE1,control\n";
  const needs = async (files: Record<string, string>) => {
    const upload = await readUpload(as("admin"), await send(as("admin"), files));
    return upload?.files.find(({ kind }) => kind === "cohort")?.needsInitiative;
  };
  expect(await needs({ "cohort.csv": cohort })).toBe(true);
  expect(await needs({ "a/cohort.csv": cohort, "b/study.json": "{}" })).toBe(true);
  expect(await needs({ "a/cohort.csv": cohort, "a/study.json": "{}" })).toBe(false);
});

test("an import whose server died is run again to the end, and its file is taken once", async () => {
  const { as, orgId } = await givenOrganisation();
  const lead = as("ld_lead");
  const uploadId = await send(lead, { "people.csv": people });
  await checkUpload(lead, { uploadId, ...noChoices });
  await work(lead, uploadId);
  await importUpload(lead, { uploadId });
  await owner.query("update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() where key = $1", [
    `upload ${uploadId}`,
  ]);
  const orphan = { kind: "kpi", fileName: "kpi.csv", bytes: 1, sha256: "x", status: "running" } as const;
  await inTenant(orgId, (tx) => tx.insert(importBatches).values({ ...orphan, orgId, uploadId: randomUUID() }));

  await releaseDeadWork(owner);
  expect(await jobsOf(uploadId)).toMatchObject([{ locked_by: null }]);
  const [failed] = await inTenant(orgId, (tx) => tx.select().from(importBatches));
  expect(failed).toMatchObject({ status: "failed", error: expect.stringContaining("The server stopped") });

  await work(lead, uploadId, 2);
  expect(await readUpload(lead, uploadId)).toMatchObject({ status: "done", reports: [{ added: 1 }] });
});

test("an import that holds its lock is left alone by the recovery", async () => {
  const { orgId } = await givenOrganisation();
  const running = { kind: "kpi", fileName: "kpi.csv", bytes: 1, sha256: "x", status: "running" } as const;
  await inTenant(orgId, (tx) => tx.insert(importBatches).values({ ...running, orgId, uploadId: randomUUID() }));
  await inTenant(orgId, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7305, hashtext(${orgId}))`);
    await releaseDeadWork(owner);
  });
  const [batch] = await inTenant(orgId, (tx) => tx.select().from(importBatches));
  expect(batch?.status).toBe("running");
});

test("an upload that ended the server three times, or lost its files, is given up with a sentence", async () => {
  const { as } = await givenOrganisation();
  const lead = as("ld_lead");
  const uploadId = await send(lead, { "people.csv": people });
  await checkUpload(lead, { uploadId, ...noChoices });
  await work(lead, uploadId, 4);
  expect(await readUpload(lead, uploadId)).toMatchObject({
    status: "failed",
    error: expect.stringContaining("three times"),
  });

  rmSync(uploadFolder(lead.orgId, uploadId), { recursive: true });
  await checkUpload(lead, { uploadId, ...noChoices });
  await work(lead, uploadId);
  expect(await readUpload(lead, uploadId)).toMatchObject({
    status: "failed",
    error: expect.stringContaining("Send them again"),
  });
});

test("steps out of turn are conflicts, and a discarded upload is gone with its files", async () => {
  const { as } = await givenOrganisation();
  const lead = as("ld_lead");
  const uploadId = await send(lead, { "people.csv": people });
  await expect(importUpload(lead, { uploadId })).rejects.toMatchObject({ code: "conflict" });
  await checkUpload(lead, { uploadId, ...noChoices });
  await expect(discardUpload(lead, { uploadId })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(receiveFile(lead, { uploadId, name: "kpi.csv", body: bodyOf("x") })).rejects.toMatchObject({
    code: "conflict",
  });
  await work(lead, uploadId);
  await discardUpload(lead, { uploadId });
  await discardUpload(lead, { uploadId });
  expect(await readUpload(lead, uploadId)).toBeNull();
  expect(existsSync(uploadFolder(lead.orgId, uploadId))).toBe(false);
});

test("another organisation's upload does not exist, and other roles may not import", async () => {
  const ours = await givenOrganisation();
  const theirs = await givenOrganisation();
  const uploadId = await send(theirs.as("admin"), { "people.csv": people });
  const stranger = ours.as("admin");
  const notFound = { code: "not-found" };
  expect(await readUpload(stranger, uploadId)).toBeNull();
  await expect(checkUpload(stranger, { uploadId, ...noChoices })).rejects.toMatchObject(notFound);
  await expect(importUpload(stranger, { uploadId })).rejects.toMatchObject(notFound);
  await expect(receiveFile(stranger, { uploadId, name: "kpi.csv", body: bodyOf("x") })).rejects.toMatchObject(notFound);
  await discardUpload(stranger, { uploadId });
  expect(await readUpload(theirs.as("admin"), uploadId)).toMatchObject({ status: "received" });

  for (const role of ["hrbp", "executive", "manager", "employee", "finance", "auditor"] as const) {
    const viewer = theirs.as(role);
    await expect(readUpload(viewer, uploadId), role).rejects.toMatchObject({ code: "forbidden" });
    await expect(send(viewer, { "people.csv": people }), role).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a file that is too large or empty leaves nothing on the disk and begins no upload", async () => {
  const { as, orgId } = await givenOrganisation();
  process.env.THROUGHLINE_UPLOAD_LIMIT_MB = "1";
  try {
    await expect(send(as("admin"), { "people.csv": "x".repeat((1 << 20) + 1) })).rejects.toThrow("larger than 1 MB");
  } finally {
    delete process.env.THROUGHLINE_UPLOAD_LIMIT_MB;
  }
  await expect(send(as("admin"), { "people.csv": "" })).rejects.toThrow("The file is empty");
  const left = readdirSync(path.join(folder, "uploads", orgId), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile())).toEqual([]);
  expect(await inTenant(orgId, (tx) => tx.select().from(uploads).where(eq(uploads.orgId, orgId)))).toEqual([]);
});

async function count(orgId: string, table: string): Promise<number> {
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`),
  );
  return rows[0]?.n ?? 0;
}
