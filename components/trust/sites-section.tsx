import { IntervalPlot } from "@/components/charts/interval-plot";
import { FactsTable } from "@/components/ui/facts-table";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import { agreementCells, agreementColumns, coefficientText } from "./agreement-text";
import type { Shown } from "./trust-view";

/** Does a level mean the same everywhere? */
export function SitesSection({ found, formats }: { found: Shown; formats: Formats }) {
  const { sites, minimum } = found;
  const drawn = sites.flatMap(({ name, gap }) => (gap?.interval ? [{ name, gap }] : []));
  return (
    <Section
      title="Does a level mean the same at every site?"
      id="sites"
      lead={sitesAnswer(drawn, formats)}
      actions={<LinkButton href="/skills/calibrations">Calibrate with the same piece of work</LinkButton>}
    >
      {drawn.length > 0 ? (
        <IntervalPlot
          caption="Ratings by people less those of systems, of the same people, behaviours and quarter"
          columns={["Site", "Levels (95% interval)"]}
          rows={drawn.map(({ name, gap }) => ({
            label: name,
            value: gap.value,
            interval: gap.interval ?? undefined,
            text: coefficientText(gap, formats, true),
          }))}
          csv="sites-against-systems.csv"
        />
      ) : null}
      <FactsTable
        caption="Agreement of raters by site"
        columns={[{ id: "site", header: "Site", rowHeader: true }, ...agreementColumns]}
        rows={sites.map(({ id, name, agreement }) => ({
          id: id || "none",
          cells: { site: name, ...agreementCells(agreement, formats, minimum) },
        }))}
      />
      <p className="mt-3 max-w-prose text-caption text-ink-3">
        Systems see the same everywhere, so a site whose raters lie further from them than another's reads the levels
        differently, or does other work. Small sites are withheld, and so is the next smallest where one could be worked
        out from the rest.
      </p>
    </Section>
  );
}

function sitesAnswer(
  drawn: readonly { name: string; gap: { value: number; interval: [number, number] | null } }[],
  formats: Formats,
): string {
  const ordered = drawn.toSorted((a, b) => a.gap.value - b.gap.value);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  if (!lowest || !highest || lowest === highest)
    return "Too few sites have people rated both by others and by systems to hold one against another. A calibration does: many rate the same piece of work.";
  const apart = (highest.gap.interval?.[0] ?? 0) > (lowest.gap.interval?.[1] ?? 0);
  const levels = formats.number(highest.gap.value - lowest.gap.value, { decimals: 2 });
  return apart
    ? `Held against system signals, ${highest.name} rates ${levels} levels higher than ${lowest.name}, more than chance would. Let both rate the same piece of work.`
    : `Held against system signals, no site can be told from another: the widest gap is ${levels} levels (${highest.name} against ${lowest.name}).`;
}
