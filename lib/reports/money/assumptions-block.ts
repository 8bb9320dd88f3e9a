import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import { writtenValue } from "@/lib/reports/written";
import type { AssumptionState, InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { usedValues } from "./used-values";

/** What finance said of an assumption: who, and when. */
export function signatureText({ signature: { state, by, at } }: AssumptionState, formats: Formats): string {
  const who = [by ? `by ${by}` : "", at ? `on ${formats.shortDate(at.slice(0, 10))}` : ""].filter(Boolean).join(" ");
  if (state === "signed") return `Signed ${who}`.trim();
  if (state === "declined") return `Declined ${who}`.trim();
  return state === "changed" ? "Changed since it was signed" : "Not signed";
}

/** Every assumption with the value it is used with, its range, source, owner and signature. Names people, so it stays in the organisation. */
export function assumptionsBlock(money: InitiativeMoney, formats: Formats): ReportBlock {
  const used = usedValues(money);
  return {
    kind: "table",
    title: "Assumptions",
    full: true,
    internal: true,
    columns: [
      { id: "assumption", header: "Assumption", width: 2.4 },
      { id: "used", header: "Used", align: "end", width: 1.3 },
      { id: "range", header: "Range", align: "end", width: 1.6 },
      { id: "source", header: "Source", width: 2.2 },
      { id: "owner", header: "Owner", width: 1.2 },
      { id: "signed", header: "Finance", width: 2 },
    ],
    rows: money.assumptions.map((one): Record<string, ReportCell> => {
      const value = used.get(one.id)?.value ?? one.value;
      return {
        assumption: { text: one.label },
        used: { text: value === null ? "not stated" : writtenValue(formats, value, one.unit), value },
        range: { text: one.low === null || one.high === null ? "" : formats.interval([one.low, one.high], one.unit) },
        source: { text: one.source ?? "no source" },
        owner: { text: one.owner?.name ?? "nobody" },
        signed: { text: signatureText(one, formats) },
      };
    }),
  };
}
