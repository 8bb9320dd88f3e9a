import Link from "next/link";
import { Disclosure } from "@/components/ui/disclosure";
import { FactsTable } from "@/components/ui/facts-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { Ranged } from "@/lib/money/case-result";
import type { Roi } from "@/lib/roi/portfolio/roi";
import { rangeText } from "@/lib/roi/portfolio/roi-sentences";
import { valueTypeNames } from "@/lib/roi/results/value-type-names";
import { whyNotCounted } from "@/lib/roi/results/why-not-counted";
import { OverlapTable } from "./overlap-table";

/** What came back by how strongly it may be claimed and by kind of value, and how nothing was counted twice. */
export function WorthSection({ roi, formats }: { roi: Roi; formats: Formats }) {
  const { rollUp, minimum } = roi;
  const { byGrade, byType, plausible, others, overlaps, added, benefit } = rollUp;
  const counted = overlaps.filter((one) => one.counted);
  const line = (id: string, name: string, one: { benefit: Ranged; lines: number }) => ({
    id,
    cells: {
      name: id.length === 1 ? { text: name, node: <GradeMark grade={id as "A" | "B" | "C"} /> } : name,
      range: one.lines > 0 ? rangeText(one.benefit, formats) : null,
      middle: one.lines > 0 ? moneyText(one.benefit.central, formats) : null,
      lines: formats.number(one.lines),
    },
  });
  const columns = (header: string) => [
    { id: "name", header },
    { id: "range", header: "95% range", align: "end" as const },
    { id: "middle", header: "As stated", align: "end" as const },
    { id: "lines", header: "Benefits", align: "end" as const, wide: true },
  ];
  if (others.length === 0 && [...byGrade, plausible].every(({ lines }) => lines === 0)) return <NothingYet />;
  return (
    <Section
      title="What came back"
      id="worth"
      lead="Only what an evaluation against a comparison supports is counted, by the conservative rules: of each benefit the first year, however long it lasts. Each figure leads from its initiative to the rows it was computed from."
    >
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <FactsTable
          caption="By strength of evidence"
          columns={columns("Claim")}
          rows={[
            ...byGrade.map((one) => line(one.grade, one.grade, one)),
            line("all", "Counted together", { benefit, lines: byGrade.reduce((sum, one) => sum + one.lines, 0) }),
            line("plausible", "Plausible, not counted", plausible),
          ]}
        />
        <FactsTable
          caption="By kind of value"
          columns={columns("Value")}
          rows={byType.map((one) => line(one.type, valueTypeNames[one.type], one))}
        />
      </div>
      {others.length > 0 ? (
        <p className="mt-4 max-w-prose text-table text-ink-2">
          Benefits that are in neither:{" "}
          {others.map(({ because, lines }) => `${formats.number(lines)}, because ${whyNotCounted[because]}`).join("; ")}
          .
        </p>
      ) : null}
      <h3 className="mt-8 mb-2 text-lead" id="double">
        How nothing is counted twice
      </h3>
      <p className="max-w-prose">
        {counted.length === 0
          ? "Nobody stands in two initiatives that claim the same money, so the figure of the enterprise is the sum of theirs."
          : `Added up, the initiatives claim ${moneyText(added, formats)}. ${moneyText(added - benefit.central, formats)} of that is the same money of the same people, so ${moneyText(benefit.central, formats)} counts.`}{" "}
        A person counts once in each stream of money while the years of two initiatives overlap: where the evidence is
        stronger, and among equals where it is worth less. All cases are drawn together, so that what several of them
        rest on is wrong in all at once.{" "}
        <Link className="link" href="/methods">
          Methods
        </Link>
      </p>
      {overlaps.length > 0 ? (
        <Disclosure
          summary={`What was taken out, ${overlaps.length === 1 ? "one case" : `${formats.number(overlaps.length)} cases`}`}
          className="mt-2"
        >
          <OverlapTable overlaps={overlaps} minimum={minimum} formats={formats} />
        </Disclosure>
      ) : null}
    </Section>
  );
}

function NothingYet() {
  return (
    <Section title="What came back" id="worth">
      <Empty
        title="No initiative has a benefit yet"
        actions={<LinkButton href="/initiatives">Open initiatives</LinkButton>}
      >
        Under Money of an initiative, L&amp;D or finance says what an improvement of its KPI is worth. What came back
        then stands here, by strength of evidence and by kind of value.
      </Empty>
    </Section>
  );
}
