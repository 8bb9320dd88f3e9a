import { gradeMeaning } from "@/lib/evaluation/grade-meaning";
import { type Formats, formatsFor } from "@/lib/format/formats";
import { listed } from "@/lib/ladder/rung-words";
import type { Signatures } from "@/lib/roi/results/signatures-of";
import type { ReportDocument, ReportSource } from "./document";

export type Imprint = {
  made: string;
  data: string;
  /** Which systems' files the data came in, a sentence for each kind. */
  sources: string[];
  /** The same in one sentence, for where there is little room; none without sources. */
  systems: [string] | [];
  filters: string;
  grade: string;
  signatures: string;
  /** The same without who signed last, for where there is little room. */
  signed: string;
  /** Names of the assumptions nobody signed; empty where there are none. */
  unsigned: string[];
};

/** What stands on every format of a report: when, of which data, what was asked, how strongly it may be claimed, who signed. */
export function imprintOf(document: ReportDocument): Imprint {
  const { locale, currency, madeAt, day, dataVersion, sources, filters, grade, signatures } = document;
  const formats = formatsFor({ locale, currency });
  const signed = signedText(signatures);
  const last = signatures?.last ?? null;
  return {
    made: `Figures of ${formats.moment(madeAt)}${day ? `, as of ${formats.shortDate(day)}` : ""}`,
    data: `Data version ${dataVersion.slice(0, 19)}`,
    sources: sources.map((source) => sourceText(source, formats)),
    systems: sources.length > 0 ? [`Data from ${listed([...new Set(sources.map(({ from }) => from))])}`] : [],
    filters: filters.length > 0 ? filters.join("; ") : "No filters",
    grade: grade === null ? ungraded[document.kind] : `Grade ${grade}: ${gradeMeaning[grade].name}`,
    signatures: last ? `${signed}, last by ${last.by} on ${formats.date(last.on)}` : signed,
    signed,
    unsigned: signatures?.unsigned ?? [],
  };
}

/** `KPI values from CRM, ERP, service or production systems: 3 files, the last of 3 November 2026, data to 31 October 2026`. */
function sourceText({ label, from, files, takenAt, newestFact }: ReportSource, formats: Formats): string {
  const day = formats.date(takenAt.slice(0, 10));
  const taken = files === 1 ? `1 file, of ${day}` : `${formats.number(files)} files, the last of ${day}`;
  return `${label} from ${from}: ${taken}${newestFact === null ? "" : `, data to ${formats.date(newestFact)}`}`;
}

const eachItsOwn = "Each figure carries its own grade";
const ungraded: Record<ReportDocument["kind"], string> = {
  roi: "No grade: nothing is counted yet",
  initiative: "No grade: nothing may be claimed yet",
  scorecard: eachItsOwn,
  digest: eachItsOwn,
};

function signedText(signatures: Signatures | null): string {
  if (!signatures) return "No assumption of value is in it";
  const { used, signed } = signatures;
  if (used === 0) return "No assumption of value is counted";
  if (used === 1)
    return signed === 1 ? "Its assumption is signed by finance" : "Its assumption is not signed by finance";
  const count = signed === 0 ? `None of ${used}` : signed === used ? `All ${used}` : `${signed} of ${used}`;
  return `${count} assumptions signed by finance`;
}
