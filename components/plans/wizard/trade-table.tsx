import { FactsTable } from "@/components/ui/facts-table";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import type { Subject } from "@/lib/plans/wizard/read-wizard";
import type { Alternative } from "@/lib/plans/wizard/what-would-help";
import { ChoiceLink } from "./choice-link";
import type { Chosen } from "./choices-provider";
import { alternativeWords, amountText, lotsText } from "./wizard-words";

type Props = {
  alternatives: readonly Alternative[];
  subject: Subject;
  worth: number | null;
  waves: number;
  formats: Formats;
};

/** What would help, each with what it would let one see. */
export function TradeTable({ alternatives, subject, worth, waves, formats }: Props) {
  if (alternatives.length === 0) return <p className="text-ink-2">Nothing the history can rehearse would see more.</p>;
  const usual: Record<string, string> = { scale: "plain" };
  const changesOf = ({ change }: Alternative): Record<string, Chosen> =>
    Object.fromEntries(
      Object.entries(change).map(([name, value]) => [
        name,
        value === null || value === usual[name] ? null : String(value),
      ]),
    );
  return (
    <FactsTable
      caption="What would help"
      columns={[
        { id: "change", header: "Change" },
        { id: "lots", header: "Then", wide: true },
        { id: "effect", header: "Would see", align: "end", whole: true },
        ...(worth === null ? [] : [{ id: "enough", header: "Enough?" }]),
        { id: "apply", header: "Try", screenOnly: true },
      ]}
      rows={alternatives.map((alternative) => {
        const { id, judged } = alternative;
        const effect = judged.detectable?.effect ?? Number.POSITIVE_INFINITY;
        const tooMany = judged.lots.treated + judged.lots.control > judged.lots.available;
        return {
          id,
          cells: {
            change: alternativeWords[id] ?? id,
            lots: `${lotsText(judged, alternative.change.waves ?? waves, formats)}${tooMany ? `; only ${formats.number(judged.lots.available)} are chosen` : ""}`,
            effect: amountText(subject.kpi, formats, effect),
            enough: {
              text: worth !== null && effect <= worth ? "yes" : "no",
              node: (
                <StatusText status={worth !== null && effect <= worth ? "pass" : "unknown"}>
                  {worth !== null && effect <= worth ? "Yes" : "Not yet"}
                </StatusText>
              ),
            },
            apply: { text: "", node: <ChoiceLink changes={changesOf(alternative)}>Try it</ChoiceLink> },
          },
        };
      })}
    />
  );
}
