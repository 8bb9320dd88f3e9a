import "server-only";
import type { Tx } from "@/db/client";
import { type Bounds, defaultScope, resolveScope, type Scope } from "@/lib/access/scope";
import { scopeText } from "@/lib/access/scope-request";
import type { Formats } from "@/lib/format/formats";
import type { Period } from "@/lib/metrics/period";
import { comparedPeriod } from "./choose-periods";
import type { Against } from "./input";

/** What a scorecard is compared with: the same people at another time, other people, or all others within the viewer's bounds. */
export type Comparison = {
  text: string;
  label: string;
  isTime: boolean;
  scope: Scope;
  restOf: Scope | null;
  period: Period;
};

type Wanted = { bounds: Bounds; scope: Scope; period: Period; against: Against; formats: Formats };

/** Null where the viewer may not see the group compared with, or it does not exist. */
export async function chooseComparison(
  tx: Tx,
  { bounds, scope, period, against, formats }: Wanted,
): Promise<Comparison | null> {
  const then = comparedPeriod(period, against);
  if (against.kind === "scope") {
    const other = await resolveScope(tx, bounds, against.request);
    return (
      other && {
        text: scopeText(against.request),
        label: other.label,
        isTime: false,
        scope: other,
        restOf: null,
        period,
      }
    );
  }
  if (against.kind === "rest") {
    const all = await resolveScope(tx, bounds, defaultScope(bounds));
    return all && { text: "rest", label: "everybody else", isTime: false, scope: all, restOf: scope, period };
  }
  return {
    text: against.kind,
    label: formats.period(then.grain, then.start),
    isTime: true,
    scope,
    restOf: null,
    period: then,
  };
}
