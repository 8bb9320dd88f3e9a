import * as choosing from "@/lib/access/choosing/find-users";
import { auditFilter, readAuditFile, readAuditLog } from "@/lib/governance/read-audit-log";
import { readPalette } from "@/lib/governance/read-palette";
import { readUsers } from "@/lib/governance/read-users";
import { readImports } from "@/lib/intake/read-imports";
import { readParkedRows } from "@/lib/intake/read-parked-rows";
import { readUpload } from "@/lib/intake/read-upload";
import { rejectedCsv } from "@/lib/intake/rejected-csv";
import { answerOf, figures, type Walk } from "./walk";

export const recordWalks: readonly Walk[] = [
  figures(
    ["lib/governance/read-audit-log.ts:readAuditLog"],
    (viewer) => readAuditLog(viewer, auditFilter.parse({})),
    "The audit log says about whom a look was, by the id of their record",
  ),
  figures(
    ["lib/governance/read-audit-log.ts:readBatch"],
    async (viewer) => {
      const rows = [];
      for await (const batch of readAuditFile(viewer, auditFilter.parse({}))) rows.push(...batch);
      return rows;
    },
    "As the audit log on the page",
  ),
  figures(
    ["lib/governance/read-users.ts:readUsers"],
    (viewer) => readUsers(viewer, null),
    "An administrator ties a sign-in to an employee record",
  ),
  figures(
    Object.keys(choosing).map((name) => `lib/access/choosing/find-users.ts:${name}`),
    (viewer) => Promise.all(Object.values(choosing).map((find) => answerOf(() => find(viewer, "")))),
    "Who answers for something is chosen by name and place",
  ),
  figures(["lib/governance/read-palette.ts:readPalette"], (viewer) => readPalette(viewer, "canary")),
  figures(["lib/intake/read-imports.ts:readImports"], (viewer) => readImports(viewer, {})),
  {
    // Rows of a file that were refused, for whoever may import: they come from a file that was handed in. Named in ADR 12.
    doors: ["lib/intake/read-rejected-rows.ts:readPage", "lib/intake/read-rejected-rows.ts:readRejectedFile"],
    may: ["admin", "ld_lead"],
    ask: async (viewer, { refusedBatch }) => {
      const file = await rejectedCsv(viewer, refusedBatch);
      return file && new Response(file.body).text();
    },
  },
  {
    doors: ["lib/intake/read-upload.ts:readUpload"],
    may: ["admin", "ld_lead"],
    ask: (viewer, { refusedUpload }) => readUpload(viewer, refusedUpload),
  },
  figures(["lib/intake/read-parked-rows.ts:readParkedRows"], (viewer) => readParkedRows(viewer, null)),
];
