import Link from "next/link";
import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import { ofYourUnits } from "@/lib/roi/portfolio/hours-of";
import type { ToldSunkHours } from "@/lib/roi/portfolio/read-sunk-hours";
import type { Roi } from "@/lib/roi/portfolio/roi";

type TimeAndRiskProps = { roi: Roi; told: ToldSunkHours; mayReadWork: boolean; formats: Formats };

/** What employees gave in time, and which of the risks of the work it covers. */
export function TimeAndRisk({ roi: { risks, rollUp }, told, mayReadWork, formats }: TimeAndRiskProps) {
  const { sunk } = told;
  const all = sunk ? sunk.rows.reduce((sum, { hours }) => sum + hours, 0) : null;
  return (
    <Section
      title="Employees' time and the risk it covers"
      id="time"
      lead={
        <>
          {rollUp.learnerHours > 0 ? formats.figure(rollUp.learnerHours) : "No"} hours of learners are in the costs of
          the initiatives.
          {all === null || all === 0
            ? ""
            : ` Learning events of the last twelve months name ${formats.figure(all)} hours${ofYourUnits(told)}, in and outside initiatives.`}
          {mayReadWork && (rollUp.learnerHours > 0 || (all ?? 0) > 0) ? (
            <>
              {" "}
              Where they went stands in the{" "}
              <Link className="link" href="/work/portfolio">
                learning portfolio
              </Link>
              .
            </>
          ) : null}
        </>
      }
    >
      {risks.length > 0 ? (
        <div className="max-w-3xl">
          <FactsTable
            caption="What roles need, by the risk of getting it wrong"
            columns={[
              { id: "risk", header: "Risk" },
              { id: "needs", header: "Needs of roles", align: "end" },
              { id: "evaluated", header: "With an initiative that was compared", align: "end" },
              { id: "shown", header: "With one that was shown to work", align: "end" },
            ]}
            rows={risks.map(({ risk, needs, evaluated, shown }) => ({
              id: risk,
              cells: {
                risk: `${risk.charAt(0).toUpperCase()}${risk.slice(1)}`,
                needs: formats.number(needs),
                evaluated: formats.number(evaluated),
                shown: formats.number(shown),
              },
            }))}
          />
        </div>
      ) : (
        <p className="max-w-prose text-ink-2">
          No role says how much hangs on its skills, so which risk is covered cannot be said. skills.csv has a column
          for it.
        </p>
      )}
    </Section>
  );
}
