import { actionWords } from "./action-words";
import type { AuditRow } from "./read-audit-log";

export const auditFileHeader = ["at", "who", "action", "in words", "about", "detail"];

/** The audit log as rows of a file. */
export async function* auditFileRows(batches: AsyncIterable<readonly AuditRow[]>): AsyncGenerator<string[][]> {
  for await (const rows of batches) {
    yield rows.map(({ at, actor, action, subject, detail }) => [
      at.toISOString(),
      actor ?? "system",
      action,
      actionWords(action),
      subject ?? "",
      JSON.stringify(detail),
    ]);
  }
}
