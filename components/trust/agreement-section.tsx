import { IntervalPlot } from "@/components/charts/interval-plot";
import { DataTable } from "@/components/ui/data-table";
import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import { NotEstimable } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { PairRow, SourcePair } from "@/lib/trust/trust";
import { alphaMarks } from "@/lib/trust/trust-answer";
import { agreementCells, agreementColumns, coefficientCell, coefficientText } from "./agreement-text";
import type { Shown } from "./trust-view";

const pairNames: Record<SourcePair, string> = {
  manager_peer: "Managers and peers",
  manager_system: "Managers and systems",
  peer_system: "Peers and systems",
};

/** Do raters of the same person, behaviour and quarter see the same? */
export function AgreementSection({ found, formats }: { found: Shown; formats: Formats }) {
  const { skills, behaviours, pairs, minimum } = found;
  const drawn = skills.flatMap(({ name, agreement }) =>
    agreement.kind === "agreement" && agreement.alpha ? [{ name, alpha: agreement.alpha }] : [],
  );
  return (
    <Section
      title="Do raters see the same?"
      id="agreement"
      lead="Whoever rated the same person on the same behaviour in the same quarter. Alpha is 1 where all agree and 0 where they agree as chance would."
    >
      {pairs.length === 0 ? (
        <NotEstimable
          reason="No two sources rated the same person and behaviour in one quarter."
          help="Ask a peer, or define a signal, for behaviours a manager already rates."
        />
      ) : (
        <FactsTable
          caption="Sources beside each other"
          columns={[
            { id: "pair", header: "Sources", rowHeader: true },
            { id: "difference", header: "First less second, levels (95% interval)", align: "end" },
            { id: "kappa", header: "Kappa, squared weights", align: "end", wide: true },
            { id: "exact", header: "Same level", align: "end", wide: true },
            { id: "within", header: "At most one apart", align: "end" },
            { id: "people", header: "People", align: "end", wide: true },
          ]}
          rows={pairs.map((row) => ({
            id: row.pair,
            cells: { pair: pairNames[row.pair], ...pairCells(row, formats, minimum) },
          }))}
        />
      )}
      {drawn.length > 0 ? (
        <IntervalPlot
          caption="Agreement by skill (alpha)"
          columns={["Skill", "Alpha (95% interval)"]}
          rows={drawn.map(({ name, alpha }) => ({
            label: name,
            value: alpha.value,
            interval: alpha.interval ?? undefined,
            text: coefficientText(alpha, formats),
          }))}
          lines={alphaMarks}
          csv="agreement-by-skill.csv"
        />
      ) : null}
      {behaviours.length > 0 ? (
        <DataTable
          id="behaviours"
          caption="Agreement by behaviour"
          csv="agreement-by-behaviour.csv"
          filter
          columns={[
            { id: "behaviour", header: "Behaviour", rowHeader: true },
            { id: "skill", header: "Skill", wide: true },
            ...agreementColumns,
          ]}
          initialSort={{ column: "alpha", descending: false }}
          rows={behaviours.map(({ id, name, skill, agreement }) => ({
            id,
            cells: { behaviour: name, skill, ...agreementCells(agreement, formats, minimum) },
          }))}
        />
      ) : null}
      <ul className="mt-3 max-w-prose list-disc pl-4 text-caption text-ink-3">
        <li>
          Alpha (Krippendorff, ordinal): dashed at {alphaMarks[1]}, from where ratings can be built on, and{" "}
          {alphaMarks[0]}, from where conclusions are tentative. Where most ratings lie at one level alpha falls
          although raters agree; AC2 (Gwet) does not, so read both.
        </li>
        <li>
          Intervals leave groups of people out in turn (jackknife). Agreement is not truth: raters may be wrong
          together.
        </li>
      </ul>
    </Section>
  );
}

function pairCells(row: PairRow, formats: Formats, minimum: number) {
  if ("withheld" in row) return { difference: `Withheld: under ${minimum} people` };
  return {
    difference: coefficientCell(row.difference, formats, true),
    kappa: coefficientCell(row.kappa, formats),
    exact: formats.percent(row.exact, { decimals: 0 }),
    within: formats.percent(row.within, { decimals: 0 }),
    people: formats.number(row.people),
  };
}
