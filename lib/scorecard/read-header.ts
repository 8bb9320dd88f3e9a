import "server-only";
import type { Tx } from "@/db/client";
import { may } from "@/lib/access/policy";
import type { Bounds, Scope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { type Period, periodName } from "@/lib/metrics/period";
import type { Comparison } from "./choose-comparison";
import { offeredPeriods } from "./choose-periods";
import { readScopeChoices } from "./read-choices";
import type { Freshness } from "./read-freshness";
import type { Header } from "./scorecard";

type Parts = {
  viewer: Viewer;
  bounds: Bounds;
  scope: Scope;
  people: number;
  period: Period;
  complete: boolean;
  comparison: Comparison;
  freshness: Freshness;
};

/** What stands above the figures: scope, period, comparison and what else could be chosen. */
export async function readHeader(tx: Tx, parts: Parts): Promise<Header> {
  const { viewer, bounds, scope, people, period, complete, comparison, freshness } = parts;
  const { minimum, asOf, revisedAt, dataVersion, behind, span } = freshness;
  const scopes = await readScopeChoices(tx, viewer.orgId, bounds);
  const kind = scope.request.kind;
  const alike = scopes
    .flatMap((group) => group.options)
    .filter((option) => option.value.startsWith(`${kind}:`) && option.value !== scope.text);
  return {
    scope: { text: scope.text, label: scope.label, kind },
    people,
    period: { name: periodName(period), grain: period.grain, start: period.start, end: period.end, complete },
    against: { text: comparison.text, label: comparison.label, isTime: comparison.isTime },
    minimum,
    asOf,
    revisedAt,
    dataVersion,
    behind,
    rights: {
      targets: may(viewer.roles, "target.set"),
      people: bounds.kind === "line" && may(viewer.roles, "person.read"),
    },
    choices: {
      scopes,
      periods: span ? offeredPeriods(span) : [],
      against: [
        { value: "previous", label: "the period before" },
        { value: "last-year", label: "the same period last year" },
        ...(kind === "org" || kind === "line" ? [] : [{ value: "rest", label: "everybody else" }]),
        ...alike,
      ],
    },
  };
}
