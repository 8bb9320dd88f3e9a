import type { Header } from "@/lib/scorecard/scorecard";

type Linked = Pick<Header, "scope" | "period" | "against">;

/** The address of this scorecard, with parts replaced. */
export function scorecardHref({ scope, period, against }: Linked, change: Record<string, string> = {}): string {
  const parameters = { scope: scope.text, period: period.name, against: against.text, ...change };
  return `/scorecard?${new URLSearchParams(parameters)}`;
}

/** The address of this scorecard as CSV; of one metric over time where one is named. */
export function exportHref(header: Linked, metric?: string): string {
  return scorecardHref(header, metric ? { metric } : {}).replace("/scorecard?", "/scorecard/export?");
}

/** The people one figure is made of, for those who may see them. */
export function peopleHref({ scope, period }: Linked, metric: string): string {
  return `/scorecard/people?${new URLSearchParams({ scope: scope.text, period: period.name, metric })}`;
}
