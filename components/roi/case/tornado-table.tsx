import { type Placed, plotScale } from "@/components/charts/plot-scale";
import { DownloadCsv } from "@/components/ui/download-csv";
import { FactsTable } from "@/components/ui/facts-table";
import type { Column, Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { Swing } from "@/lib/money/case-result";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { swingName } from "@/lib/roi/results/swing-name";

const mostRows = 10;

/** What the net benefit hangs on: how far each thing alone moves it, the widest first, on one scale with zero. */
export function TornadoTable({ money, formats }: { money: InitiativeMoney; formats: Formats }) {
  const { tornado, net } = money.result;
  const shown = tornado.slice(0, mostRows);
  if (shown.length === 0) {
    return (
      <p className="mb-8 max-w-prose text-ink-2">Nothing that is counted has a range, so nothing moves the result.</p>
    );
  }
  const place = plotScale([...shown.flatMap((one) => one.net), net.central, 0]);
  const columns: Column[] = [
    { id: "name", header: "If this alone is other than stated" },
    { id: "drawing", header: "Net benefit" },
    { id: "from", header: "At its low end", align: "end" },
    { id: "to", header: "At its high end", align: "end" },
  ];
  const row = (swing: Swing, isDrawn: boolean): Row => {
    const [from, to] = swing.net;
    return {
      id: `${swing.kind} ${swing.id}`,
      cells: {
        name: swingName(swing, money),
        ...(isDrawn && { drawing: { text: "", node: <Bar swing={swing} central={net.central} place={place} /> } }),
        from: { text: moneyText(from, formats), sort: from },
        to: { text: moneyText(to, formats), sort: to },
      },
    };
  };
  return (
    <div className="mb-8 max-w-3xl">
      <FactsTable
        caption={`What it hangs on most: net benefit with each at the 5th and 95th percentile of its range, the others as stated. Thin line: zero; dashed: as stated, ${moneyText(net.central, formats)}.`}
        columns={columns}
        rows={shown.map((swing) => row(swing, true))}
      />
      <DownloadCsv
        columns={columns.filter(({ id }) => id !== "drawing")}
        rows={tornado.map((swing) => row(swing, false))}
        fileName={`${money.code}-what-it-hangs-on.csv`}
      />
    </div>
  );
}

function Bar({ swing: { net }, central, place }: { swing: Swing; central: number; place: Placed }) {
  const [low, high] = [Math.min(...net), Math.max(...net)];
  return (
    <svg aria-hidden="true" className="h-5 w-full min-w-24 overflow-visible">
      <line x1={place(low)} x2={place(high)} y1="10" y2="10" stroke="var(--trained)" strokeWidth="10" />
      <line x1={place(0)} x2={place(0)} y1="-6" y2="26" stroke="var(--ink-2)" />
      <line x1={place(central)} x2={place(central)} y1="-6" y2="26" stroke="var(--ink-3)" strokeDasharray="3 3" />
    </svg>
  );
}
