import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { signatureWords } from "@/lib/roi/results/signature-words";
import { statedRange, statedText, unstatedText } from "@/lib/roi/results/stated-text";
import { usedValues } from "./used-values";

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
        used: { text: value === null ? unstatedText(one.key) : statedText(value, one.unit, formats), value },
        range: { text: statedRange(one, formats) },
        source: { text: one.source ?? "no source" },
        owner: { text: one.owner?.name ?? "nobody" },
        signed: { text: signatureWords(one, formats) },
      };
    }),
  };
}
