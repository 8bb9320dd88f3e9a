import { chanceText } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { Roi } from "@/lib/roi/portfolio/roi";
import { rangeText } from "@/lib/roi/portfolio/roi-sentences";
import { spentText, waitingText } from "@/lib/roi/results/spent-text";

/** The line on top: what was spent, what came back, what does not count, and how likely it is that less came back. */
export function HeadlineFigures({ roi, formats }: { roi: Roi; formats: Formats }) {
  const { rollUp } = roi;
  const { used, signed } = roi.signatures;
  const counted = rollUp.byGrade.reduce((sum, { lines }) => sum + lines, 0);
  const waiting = waitingText(roi.unconverted.length);
  const hasLoss = counted > 0 && rollUp.spent > 0;
  return (
    <dl className="mb-8 grid grid-cols-2 gap-x-8 gap-y-6 border-b border-rule pb-6 lg:grid-cols-4">
      <Figure
        name={
          roi.rows.length === 1 ? "Spent on one initiative" : `Spent on ${formats.number(roi.rows.length)} initiatives`
        }
        value={spentText(rollUp.spent, roi.unconverted.length, formats)}
        note={
          waiting ??
          (rollUp.learnerHours > 0
            ? `${formats.figure(rollUp.learnerHours)} hours of learners in it`
            : "No hours of learners in it")
        }
        href={waiting ? "/roi/rates" : "#initiatives"}
      />
      <Figure
        name="Counted back, grades A to C"
        value={counted > 0 ? rangeText(rollUp.benefit, formats) : "nothing yet"}
        note={
          counted > 0
            ? `First year, 95% range, about ${moneyText(rollUp.benefit.central, formats)}`
            : "No benefit may be claimed so far"
        }
        href="#worth"
      />
      <Figure
        name="Plausible, not counted"
        value={rollUp.plausible.lines > 0 ? moneyText(rollUp.plausible.benefit.central, formats) : "none"}
        note="Evidence too weak to count it"
        href="#worth"
      />
      <Figure
        name="Chance of a loss"
        value={hasLoss ? chanceText(rollUp.lossProbability, formats) : "cannot be said"}
        note={
          used === 0
            ? "No assumption is in the figure"
            : signed === used
              ? `All ${formats.number(used)} assumptions are signed by finance`
              : `${formats.number(used - signed)} of ${formats.number(used)} assumptions ${used - signed === 1 ? "is" : "are"} not signed`
        }
        href="/roi/assumptions"
      />
    </dl>
  );
}

function Figure({ name, value, note, href }: { name: string; value: string; note: string; href: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-table text-ink-2">{name}</dt>
      <dd className="figure-numerals text-section break-words sm:text-page">{value}</dd>
      <dd className="text-caption">
        <a className="link" href={href}>
          {note}
        </a>
      </dd>
    </div>
  );
}
