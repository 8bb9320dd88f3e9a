import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import type { Choices } from "@/lib/plans/wizard/choices";
import type { Subject, Trade } from "@/lib/plans/wizard/read-wizard";
import { TradeTable } from "./trade-table";
import { amountText, cannotSee, counted, moneyText, wayOf } from "./wizard-words";

type Props = { trade: Trade; subject: Subject; choices: Choices; formats: Formats };

/** The effect that would be worth it, held against what could be seen, and what would help. */
export function WorthSection({ trade, subject, choices, formats }: Props) {
  const { kpi } = subject;
  const { worth, judged, alternatives } = trade;
  const least = judged.detectable?.effect ?? Number.POSITIVE_INFINITY;
  const unseen = worth !== null && worth.effect < least;
  const way = wayOf(kpi, choices.question);
  return (
    <Section title="Could you see it?" id="worth">
      {worth === null ? (
        <p className="max-w-prose text-ink-2">
          Say which effect would be worth the programme, and it is held against what could be seen.
        </p>
      ) : (
        <div className="mb-4 max-w-prose space-y-1">
          <p className="font-serif text-lead font-semibold">
            {unseen ? cannotSee[choices.question] : "This design can see it."}
          </p>
          <p>
            {choices.question === "better" ? (
              <>
                A {way} of {amountText(kpi, formats, worth.effect)} (in money:{" "}
                {moneyText(subject, worth.effect, formats)}) would be found{" "}
                {formats.percent(worth.power, { decimals: 0 })} of the time.
              </>
            ) : (
              <>
                If nothing gets worse, a {way} of {amountText(kpi, formats, worth.effect)} would be ruled out{" "}
                {formats.percent(worth.power, { decimals: 0 })} of the time.
              </>
            )}
            {unseen
              ? " Not finding it would say nothing about the programme: do not start what cannot be answered, or change one of these."
              : ""}
          </p>
          {unseen ? (
            <p>
              {worth.lots === null
                ? "Not even ten times as many would do."
                : `It would take ${counted(worth.lots, judged.lots.byTeam ? "team" : "person", judged.lots.byTeam ? "teams" : "people", formats)} instead of ${formats.number(judged.lots.treated + judged.lots.control)}.`}
            </p>
          ) : null}
        </div>
      )}
      <TradeTable
        alternatives={alternatives}
        subject={subject}
        worth={worth?.effect ?? null}
        waves={choices.waves}
        formats={formats}
      />
    </Section>
  );
}
