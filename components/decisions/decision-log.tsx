import { FactsTable } from "@/components/ui/facts-table";
import { LinkButton } from "@/components/ui/link-button";
import { Empty } from "@/components/ui/states";
import { type LogFilter, logSearch } from "@/lib/decisions/log-filter";
import type { LogPage } from "@/lib/decisions/read-log";
import type { Formats } from "@/lib/format/formats";
import { decisionColumns, decisionRow } from "./decision-cells";
import { LogFilters } from "./log-filters";

type DecisionLogProps = { log: LogPage; filter: LogFilter; today: string; editing: boolean; formats: Formats };

/** Every decision there is, page by page; what is saved as a file is all that fits, whatever page is shown. */
export function DecisionLog({ log, filter, formats, ...shown }: DecisionLogProps) {
  const { decisions, total, page, pages } = log;
  const to = (next: number) => `/decisions?${logSearch({ ...filter, page: next })}#log`;
  return (
    <>
      <LogFilters key={logSearch(filter)} filter={filter} />
      {decisions.length === 0 ? (
        <Empty title="No decision fits this">Clear the filter to see all of them.</Empty>
      ) : (
        <FactsTable
          caption="Every decision"
          hideCaption
          columns={decisionColumns()}
          rows={decisions.map((one) => decisionRow(one, { ...shown, formats }))}
        />
      )}
      <nav aria-label="Pages of the log" className="mt-3 flex flex-wrap items-center gap-3 text-table">
        {page > 1 ? <LinkButton href={to(page - 1)}>Before</LinkButton> : null}
        <span>
          {formats.number(total)} {total === 1 ? "decision" : "decisions"}
          {pages > 1 ? `, page ${formats.number(page)} of ${formats.number(pages)}` : ""}
        </span>
        {page < pages ? <LinkButton href={to(page + 1)}>Next</LinkButton> : null}
        <a className="link ml-auto" href={`/decisions/export?${logSearch({ ...filter, page: 1 })}`} download>
          Save all of it as CSV
        </a>
      </nav>
    </>
  );
}
