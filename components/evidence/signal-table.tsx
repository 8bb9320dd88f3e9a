import { DataTable } from "@/components/ui/data-table";
import type { SignalList } from "@/lib/evidence/signals/read-signals";
import { signalSentence } from "@/lib/evidence/signals/signal-words";
import type { Formats } from "@/lib/format/formats";
import { ratedText, signalStatusWords } from "./signal-text";

/** All rules with what they rated. */
export function SignalTable({ list: { signals, names, minimum }, formats }: { list: SignalList; formats: Formats }) {
  return (
    <DataTable
      id="signals"
      caption="Rules from system signals"
      hideCaption
      csv="system-signals"
      filter
      columns={[
        { id: "name", header: "Rule", rowHeader: true },
        { id: "sentence", header: "What it says", wide: true },
        { id: "behaviour", header: "Behaviour it sees" },
        { id: "status", header: "Status" },
        { id: "rated", header: "Rated", align: "end" },
      ]}
      rows={signals.map((signal) => ({
        id: signal.id,
        cells: {
          name: { text: signal.name, href: `/skills/evidence/signals/${signal.id}` },
          sentence: signalSentence(signal.definition, names, formats),
          behaviour: signal.behaviour,
          status: signalStatusWords(signal),
          rated: { text: ratedText(signal, minimum, formats), sort: signal.rated?.ratings ?? null },
        },
      }))}
    />
  );
}
