import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Withheld } from "@/components/ui/states";
import type { Column, Row } from "@/components/ui/table-types";
import type { TransferTable } from "@/lib/evaluation/ladder/ladder";
import type { Formats } from "@/lib/format/formats";
import { transferShares } from "@/lib/ladder/transfer-shares";
import { cutName, transferWords } from "@/lib/ladder/transfer-words";
import { ReadTable } from "./read-table";

const columns: Column[] = [
  { id: "activity", header: "Activity", rowHeader: true },
  { id: "cut", header: "Did well in training" },
  { id: "people", header: "People", align: "end", wide: true },
  { id: "false", header: "Of them, weaker half at work" },
  { id: "reverse", header: "Of the others, better half at work" },
  { id: "gap", header: "In the better half: difference", align: "end", wide: true },
  { id: "strong_good", header: "Well in training, better at work", fileOnly: true },
  { id: "strong_poor", header: "Well in training, weaker at work", fileOnly: true },
  { id: "weak_good", header: "Less well in training, better at work", fileOnly: true },
  { id: "weak_poor", header: "Less well in training, weaker at work", fileOnly: true },
];

type Props = {
  tables: readonly TransferTable[];
  kpi: string;
  minimum: number;
  confidence: number;
  csv: string;
  formats: Formats;
};

/** Who does well in training and struggles at work, and who does it the other way round. */
export function TransferSection({ tables, kpi, minimum, confidence, csv, formats }: Props) {
  const read = tables.map((table) => ({ table, shares: transferShares(table, minimum, confidence) }));
  const first = read.find(({ shares }) => shares.kind === "shares");
  const rows = read.map(({ table, shares }, index): Row => {
    const base = {
      activity: {
        text: table.activity ?? "All activities",
        node: (
          <>
            {table.activity ?? "All activities"}
            {table.behaviour ? (
              <span className="block text-caption font-normal text-ink-3">{table.behaviour}</span>
            ) : null}
          </>
        ),
      },
    };
    const id = `${table.activity} ${table.by} ${index}`;
    // The cut itself is a number about the same few people.
    if (shares.kind === "withheld") {
      const cut = `Withheld: fewer than ${minimum} people in a cell`;
      return { id, cells: { ...base, cut, people: null, false: null, reverse: null, gap: null } };
    }
    const share = ({ share, interval, count, of }: typeof shares.reverse) => ({
      text: `${count} of ${of}: ${formats.estimate(share, interval, "share")}`,
      sort: share,
    });
    return {
      id,
      cells: {
        ...base,
        cut: cutName(table, formats),
        people: shares.people,
        false: share(shares.falsePositive),
        reverse: share(shares.reverse),
        gap: { text: formats.effect(shares.gap.value, shares.gap.interval, "share"), sort: shares.gap.value },
        ...table.cells,
      },
    };
  });
  return (
    <Section title="Good in training, weak at work" id="transfer">
      {first?.shares.kind === "shares" ? (
        <p className="mb-4 max-w-prose text-lead">{transferWords(first.table, first.shares, formats)}</p>
      ) : (
        <div className="mb-4">
          <Withheld minimum={minimum} />
        </div>
      )}
      <Disclosure summary="By activity">
        <ReadTable columns={columns} rows={rows} caption="Training against work" csv={csv} />
        <p className="mt-2 max-w-prose text-caption text-ink-3">
          Of those trained who have a result in training and a value of “{kpi}” in the follow-up. If training told
          nothing, half of either group would be in either half at work. Intervals (Wilson, Newcombe) take people as
          independent. An association, not an effect.
        </p>
      </Disclosure>
    </Section>
  );
}
