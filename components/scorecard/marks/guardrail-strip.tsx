import { Disclosure } from "@/components/ui/disclosure";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import { guardrailSentence, ruleText, standOf } from "@/lib/marks/guardrails/guardrail-words";
import type { JudgedGuardrail } from "@/lib/marks/guardrails/judge-guardrails";
import { valueText } from "@/lib/scorecard/figure-text";
import type { Tile } from "@/lib/scorecard/scorecard";
import { GuardrailDialog } from "./guardrail-dialog";

type StripProps = {
  judged: readonly JudgedGuardrail[];
  tiles: readonly Tile[];
  isTime: boolean;
  maySet: boolean;
  formats: Formats;
};

/** Every guardrail: those that are crossed or cannot be told in the open, those that hold behind their number. */
export function GuardrailStrip({ judged, tiles, isTime, maySet, formats }: StripProps) {
  const holding = judged.filter(({ judgement }) => judgement.kind === "holding");
  const open = judged.filter((one) => !holding.includes(one));
  if (judged.length === 0 && !maySet) return null;
  return (
    <section aria-labelledby="guardrails" className="mb-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="guardrails" className="text-lead">
          Guardrails
        </h2>
        {maySet ? <GuardrailDialog /> : null}
      </div>
      {judged.length === 0 ? (
        <p className="mt-1 max-w-prose text-ink-2">
          None are set yet. A guardrail is a bound some figure must not cross while others improve: tiredness, interest
          lost, the load on managers.
        </p>
      ) : (
        <>
          <p className="mt-1 max-w-prose text-ink-2">{guardrailSentence(judged, tiles, isTime)}</p>
          <Guards guards={open} maySet={maySet} formats={formats} />
          {holding.length > 0 ? (
            <Disclosure summary={holding.length === 1 ? "One holds" : `${holding.length} hold`} printed>
              <Guards guards={holding} maySet={maySet} formats={formats} />
            </Disclosure>
          ) : null}
        </>
      )}
    </section>
  );
}

type GuardsProps = Pick<StripProps, "maySet" | "formats"> & { guards: readonly JudgedGuardrail[] };

function Guards({ guards, ...shown }: GuardsProps) {
  if (guards.length === 0) return null;
  return (
    <ul className="mt-2 grid grid-cols-1 gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
      {guards.map((one) => (
        <Guard key={`${one.metric} ${one.side}`} one={one} {...shown} />
      ))}
    </ul>
  );
}

function Guard({ one, maySet, formats }: { one: JudgedGuardrail; maySet: boolean; formats: Formats }) {
  const { status, word, why } = standOf(formats, one);
  return (
    <li className="min-w-0 border-t border-rule py-2 text-table">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <StatusText status={status}>{word}</StatusText>
        {why ? <span className="text-ink-2">{why}</span> : null}
      </p>
      <p className="mt-0.5">
        {one.tileId ? (
          <a className="link" href={`#${one.tileId.replace(":", "-")}`}>
            {one.name}
          </a>
        ) : (
          one.name
        )}
        :{" "}
        {one.judgement.kind === "unknown" ? null : (
          <span className="font-medium tabular-nums">{valueText(formats, one, one.judgement.value)}, </span>
        )}
        {ruleText(formats, one)}
      </p>
      <p className="text-caption text-ink-3 [overflow-wrap:anywhere]">{one.because}</p>
      {maySet ? (
        <GuardrailDialog guardrail={{ metric: one.metric, side: one.side, bound: one.bound, because: one.because }} />
      ) : null}
    </li>
  );
}
