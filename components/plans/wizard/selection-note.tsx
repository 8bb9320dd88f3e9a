import { Disclosure } from "@/components/ui/disclosure";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import type { Subject } from "@/lib/plans/wizard/read-wizard";

/** Who was picked for being worst gets better without any programme: by how much, and which designs that spoils. */
export function SelectionNote({ subject, formats }: { subject: Subject; formats: Formats }) {
  const { selection, kpi, chosen } = subject;
  if (!selection) return null;
  const { expected, worseBy } = selection;
  const scale = effectScale(kpi, { transform: {} });
  const drawn = chosen.design !== "before_after" && chosen.design !== "comparison";
  return (
    <div role="note" className="mb-4 border-l-4 border-comparison bg-paper-2 px-4 py-3">
      <StatusText status="warn">Regression to the mean</StatusText>
      <p className="mt-1 max-w-prose">
        The teams picked are {formats.number(worseBy, { decimals: 1 })} standard deviations worse than all teams, and
        part of that was bad luck.{" "}
        {expected.kind === "regression-to-the-mean" ? (
          <>
            Without any programme expect them to change by{" "}
            <strong>{scale.text(formats, expected.expectedChange, expected.interval)}</strong>.
          </>
        ) : (
          <>How much they will come back by themselves cannot be told from so few teams.</>
        )}
      </p>
      <p className="mt-1 max-w-prose text-ink-2">
        {drawn
          ? "Lots are drawn among them, so both sides come back alike and the comparison stays fair."
          : "This design would count that as the programme’s doing. Draw lots among them, or pick teams across the whole range."}
      </p>
      {expected.kind === "regression-to-the-mean" ? (
        <Disclosure summary="How it is computed" className="mt-1 text-table">
          (1 − b) × (mean of all − mean of the picked), b the slope of a team’s later value on its earlier one, here{" "}
          {formats.number(expected.carriedOver, { decimals: 2 })} over {formats.number(expected.people)} teams (Galton
          1886; Barnett, van der Pols and Dobson 2005). Assumption: what lasts from one period to the next stays the
          same.
        </Disclosure>
      ) : null}
    </div>
  );
}
