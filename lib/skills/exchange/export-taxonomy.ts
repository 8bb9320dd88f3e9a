import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/access/viewer";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { writeCase } from "./case/write-case";
import type { exportInput } from "./input";
import { readExport } from "./read-export";
import { writeSkillsCsv } from "./skills-csv/write-skills-csv";

/**
 * A taxonomy as a file that can be taken in again without loss, with where everything came from and what its licence wants said.
 * @throws DomainError `not-found` when there is no such version
 */
export async function exportTaxonomy(viewer: Viewer, { format, version }: z.output<typeof exportInput>) {
  const { nodes, extras, version: of } = await readExport(viewer, { version });
  const stem = of === null ? "skills" : `skills-version-${of}`;
  if (format === "csv") {
    return { name: `${stem}.csv`, type: "text/csv; charset=utf-8", body: writeSkillsCsv(nodes, extras) };
  }
  const { name } = await readOrganisation(viewer);
  const about = { orgId: viewer.orgId, organisation: name, version: of, at: new Date() };
  const body = `${JSON.stringify(writeCase(nodes, extras, about), null, 2)}\n`;
  return { name: `${stem}.case.json`, type: "application/json; charset=utf-8", body };
}
