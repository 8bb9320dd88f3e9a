import type { Formats } from "@/lib/format/formats";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { amountText, improvementText } from "./money-words";

/** The effect at which nothing is gained or lost, in the unit of each KPI that is counted. */
export function BreakEven({ money, formats }: { money: InitiativeMoney; formats: Formats }) {
  const { breakEven } = money.result;
  if (!breakEven || money.result.cost.total === 0) return null;
  const share = formats.percent(breakEven.multiple, { decimals: 0 });
  const each = breakEven.improvements.flatMap(({ lineId, improvement }) => {
    const line = money.lines.find(({ id }) => id === lineId);
    const found = money.case.lines.find(({ id }) => id === lineId)?.effect;
    if (!line || !found) return [];
    return [
      {
        id: lineId,
        name: line.kpi.name,
        needed: amountText(improvement, line.kpi, formats),
        found: improvementText(found.improvement, line.kpi, formats),
      },
    ];
  });
  return (
    <div className="mb-8 max-w-prose">
      <h3 className="text-lead">How small may the effect be before it loses?</h3>
      <p className="text-ink-2">
        {breakEven.multiple <= 1
          ? `It pays as long as ${share} of the effect that was found is there.`
          : `It loses: the effect would have to be ${formats.number(breakEven.multiple, { significant: 3 })} times what was found.`}
      </p>
      <ul className="mt-2 space-y-1">
        {each.map(({ id, name, needed, found }) => (
          <li key={id}>
            <span className="font-medium">{name}</span>: nothing is gained or lost where it is better by {needed}; it
            was found {found}.
          </li>
        ))}
      </ul>
    </div>
  );
}
