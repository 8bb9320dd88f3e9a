import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RoleName } from "@/db/schema/access";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/access/viewer";
import type { BatchReport } from "@/lib/intake/batch-report";
import { type ImportRequest, importFiles } from "@/lib/intake/import-files";
import { inTenant } from "@/lib/server/tenant-access";

type Scope = { units?: string[]; personId?: string };

export type GivenOrganisation = {
  orgId: string;
  slug: string;
  userId: string;
  /** Somebody of this organisation who holds a role, or several. */
  as(roles: RoleName | RoleName[], scope?: Scope): Viewer;
  /** Imports files given as text, by name: { "people.csv": "employee_id\nE1" }. */
  take(files: Record<string, string | Buffer>, options?: Partial<ImportRequest>): Promise<BatchReport[]>;
};

/** An organisation of its own for one test. */
export async function givenOrganisation(
  values: Partial<typeof organisations.$inferInsert> = {},
): Promise<GivenOrganisation> {
  const orgId = randomUUID();
  const userId = randomUUID();
  const slug = `org-${orgId.slice(0, 8)}`;
  await inTenant(orgId, (tx) =>
    tx.insert(organisations).values({ slug, name: `Organisation ${slug}`, ...values, id: orgId }),
  );
  return {
    orgId,
    slug,
    userId,
    as: (roles, { units = [], personId = null as string | null } = {}) => ({
      orgId,
      userId,
      roles: [roles].flat(),
      units,
      personId,
    }),
    take: (files, options = {}) =>
      withFiles(files, (incoming) => importFiles({ orgId, userId, files: incoming, ...options })),
  };
}

/** As `take`, for files that must all be taken whole. */
export async function givenData(
  files: Record<string, string>,
  options?: Partial<ImportRequest>,
): Promise<GivenOrganisation> {
  const organisation = await givenOrganisation();
  for (const { fileName, status, error, faults, parked } of await organisation.take(files, options)) {
    const problem = error ?? faults[0]?.reason ?? (parked > 0 ? `${parked} rows were parked` : null);
    if (status !== "done" || problem) throw new Error(`${fileName} was not taken whole: ${problem}`);
  }
  return organisation;
}

/** Writes files into a folder that lives as long as the work. */
export async function withFiles<Output>(
  files: Record<string, string | Buffer>,
  work: (incoming: { name: string; path: string }[], folder: string) => Promise<Output>,
): Promise<Output> {
  const folder = await mkdtemp(path.join(tmpdir(), "throughline-test-"));
  try {
    const incoming = Object.keys(files).map((name) => ({ name, path: path.join(folder, name.replaceAll("/", "__")) }));
    await Promise.all(incoming.map(({ name, path: at }) => writeFile(at, files[name] ?? "")));
    return await work(incoming, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
