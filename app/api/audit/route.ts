import { auditFileHeader, auditFileRows } from "@/lib/governance/audit-file";
import { auditFilter, readAuditFile } from "@/lib/governance/read-audit-log";
import { csvStream } from "@/lib/server/csv-stream";
import { fileRoute } from "@/lib/server/file-route";

export const GET = fileRoute(async (viewer, request) => {
  const asked = auditFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return {
    name: "audit-log.csv",
    type: "text/csv; charset=utf-8",
    body: await csvStream(auditFileHeader, auditFileRows(readAuditFile(viewer, asked))),
  };
});
