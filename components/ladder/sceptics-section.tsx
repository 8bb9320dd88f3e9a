import { Disclosure } from "@/components/ui/disclosure";
import { DownloadCsv } from "@/components/ui/download-csv";
import { Section } from "@/components/ui/section";
import { StatusText } from "@/components/ui/status-text";
import type { Column, Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { withDays } from "@/lib/initiatives/with-days";
import type { ScepticItem, ScepticStatus } from "@/lib/ladder/sceptics-checklist";

const words: Record<ScepticStatus, string> = {
  answered: "Answered",
  open: "Open",
  not_answerable: "Not answerable here",
};
const statuses = { answered: "pass", open: "warn", not_answerable: "unknown" } as const;

const columns: Column[] = [
  { id: "question", header: "What else might have done it" },
  { id: "status", header: "Status" },
  { id: "says", header: "What this evaluation says" },
  { id: "checks", header: "Checks" },
];

type Props = { items: readonly ScepticItem[]; checkName(id: string): string; csv: string; formats: Formats };

/** The other explanations, each answered from the evaluation's own checks and facts, or left open. */
export function ScepticsSection({ items, checkName, csv, formats }: Props) {
  const rows = items.map(
    ({ id, question, status, says, checks }): Row => ({
      id,
      cells: { question, status: words[status], says, checks: checks.map(checkName).join(", ") || null },
    }),
  );
  return (
    <Section title="What a sceptic would ask" id="sceptic" lead={summaryOf(items)}>
      <ul className="mb-2">
        {items.map(({ id, question, status, says, checks }) => (
          <li key={id} className="border-b border-rule">
            <Disclosure
              open={status === "open"}
              summary={
                <span className="grid items-center gap-x-4 py-1 sm:grid-cols-[11rem_1fr]">
                  <StatusText status={statuses[status]}>{words[status]}</StatusText>
                  <span className="font-medium">{question}</span>
                </span>
              }
            >
              <div className="sm:pl-[12rem]">
                <p className="max-w-prose text-table text-ink-2">{withDays(says, formats)}</p>
                {checks.length > 0 ? (
                  <p className="flex flex-wrap gap-x-3 text-table">
                    {checks.map((check) => (
                      <a key={check} className="link" href={`#check-${check}`}>
                        {checkName(check)}
                      </a>
                    ))}
                  </p>
                ) : null}
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
      <DownloadCsv columns={columns} rows={rows} fileName={csv} />
    </Section>
  );
}

/** `7 of 11 answered, 3 open, 1 not answerable here.` */
function summaryOf(items: readonly ScepticItem[]): string {
  const count = (status: ScepticStatus) => items.filter((item) => item.status === status).length;
  const rest = (["open", "not_answerable"] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${words[status].toLowerCase()}`);
  return `${[`${count("answered")} of ${items.length} answered`, ...rest].join(", ")}.`;
}
