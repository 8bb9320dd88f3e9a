import { FactsTable } from "@/components/ui/facts-table";
import { LinkButton } from "@/components/ui/link-button";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { actionWords } from "@/lib/governance/action-words";
import type { AuditFilter, AuditPage, AuditRow } from "@/lib/governance/read-audit-log";
import { AuditFilters } from "./audit-filters";
import { detailText } from "./detail-text";

type AuditLogProps = { page: AuditPage; filter: AuditFilter; formats: Formats };

/** Who saw or changed what; nobody can change or remove a row. */
export function AuditLog({ page, filter, formats }: AuditLogProps) {
  return (
    <>
      <AuditFilters filter={filter} actions={page.actions} who={page.who} />
      {page.rows.length === 0 ? (
        <Empty title="Nothing was done that fits this">
          Every sign-in, every change, every import and every look at one person’s evidence leaves a row here.
        </Empty>
      ) : (
        <FactsTable
          caption="Audit log, newest first"
          hideCaption
          columns={[
            { id: "at", header: "When", rowHeader: true, whole: true },
            { id: "actor", header: "Who" },
            { id: "action", header: "What" },
            { id: "subject", header: "About", wide: true },
            { id: "detail", header: "Detail", wide: true },
          ]}
          rows={page.rows.map((row) => rowOf(row, formats))}
        />
      )}
      <nav aria-label="Pages of the audit log" className="mt-3 flex flex-wrap items-center gap-3 text-table">
        {filter.page > 1 ? <LinkButton href={`/admin?${search(filter, filter.page - 1)}`}>Newer</LinkButton> : null}
        <span>Page {filter.page}</span>
        {page.more ? <LinkButton href={`/admin?${search(filter, filter.page + 1)}`}>Older</LinkButton> : null}
        <a className="link ml-auto" href={`/api/audit?${search(filter)}`} download>
          Save all of it as CSV
        </a>
      </nav>
    </>
  );
}

function rowOf({ id, at, actor, action, subject, detail }: AuditRow, formats: Formats) {
  return {
    id,
    cells: {
      at: formats.moment(at),
      actor: actor ?? "The system itself",
      action: actionWords(action),
      subject,
      detail: detailText(detail),
    },
  };
}

function search(filter: AuditFilter, page?: number): string {
  const kept = Object.entries({ ...filter, page, tab: page ? "log" : undefined });
  return new URLSearchParams(kept.flatMap(([name, value]) => (value ? [[name, String(value)]] : []))).toString();
}
