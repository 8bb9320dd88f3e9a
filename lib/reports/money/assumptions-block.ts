import type { Formats } from "@/lib/format/formats";
import type { ReportBlock, ReportCell } from "@/lib/reports/document";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { signatureWords } from "@/lib/roi/results/signature-words";
import { usedIds } from "@/lib/roi/results/signatures-of";
import { isShare, isStated, statedRange, statedText, unstatedText } from "@/lib/roi/results/stated-text";
import { usedValues } from "./used-values";

/** Every assumption with the value it is used with, its range, source, owner and signature; outside the organisation without who it was. */
export function assumptionsBlock(money: InitiativeMoney, formats: Formats): ReportBlock {
  const used = usedValues(money);
  const behind = usedIds(money);
  return {
    kind: "table",
    title: "Assumptions",
    full: true,
    internal: false,
    columns: [
      { id: "assumption", header: "Assumption", width: 2.4 },
      { id: "used", header: "Used", align: "end", width: 1.3 },
      { id: "range", header: "Range", align: "end", width: 1.6 },
      { id: "source", header: "Source", width: 2.2 },
      { id: "owner", header: "Owner", width: 1.2, internal: true },
      { id: "signed", header: "Finance", width: 2 },
    ],
    rows: money.assumptions.map((one): Record<string, ReportCell> => {
      // What stands in for a value nobody stated is no value of it.
      const value = isStated(one) ? (used.get(one.id)?.value ?? one.value) : null;
      return {
        assumption: { text: one.label },
        used:
          value === null
            ? { text: unstatedText(one.key) }
            : { text: statedText(value, one.unit, formats), value, unit: isShare(one.unit) ? "share" : one.unit },
        range: { text: statedRange(one, formats) },
        source: { text: one.source ?? "no source" },
        owner: { text: one.owner?.name ?? "nobody" },
        signed: {
          text: signatureWords(one, formats, behind.has(one.id)),
          outside: signatureWords({ signature: { ...one.signature, by: "finance" } }, formats, behind.has(one.id)),
        },
      };
    }),
  };
}
