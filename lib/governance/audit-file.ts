import { stringify } from "csv-stringify/sync";
import { actionWords } from "./action-words";
import type { AuditRow } from "./read-audit-log";

/** The audit log as CSV. Cells that a spreadsheet would run as a formula are made harmless. */
export function auditFile(rows: readonly AuditRow[]): string {
  const records = rows.map(({ at, actor, action, subject, detail }) => ({
    at: at.toISOString(),
    who: actor ?? "system",
    action,
    "in words": actionWords(action),
    about: subject ?? "",
    detail: JSON.stringify(detail),
  }));
  return stringify(records, { header: true, record_delimiter: "windows", escape_formulas: true, bom: true, columns });
}

const columns = ["at", "who", "action", "in words", "about", "detail"];
