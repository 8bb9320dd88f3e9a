import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { type ScopeRequest, scopeText } from "@/lib/access/scope-request";
import type { Formats } from "@/lib/format/formats";
import { type Period, periodName } from "@/lib/metrics/period";
import { valueText } from "@/lib/scorecard/figure-text";
import type { PeopleBehind } from "@/lib/scorecard/read-people-behind";

type Props = { behind: PeopleBehind; scope: ScopeRequest; period: Period; formats: Formats };

/** The people one figure is made of. No file is offered: it is for a talk with them, not for a list about them. */
export function PeopleBehindView({ behind: { metric, scope: label, people }, scope, period, formats }: Props) {
  const counted = people.filter(({ denominator }) => denominator !== null).length;
  const back = `/scorecard?${new URLSearchParams({ scope: scopeText(scope), period: periodName(period) })}`;
  return (
    <>
      <PageHeader
        title={`${metric.name}: the people behind it`}
        above={
          <a className="link target" href={back}>
            {label}, {formats.period(period.grain, period.start)}
          </a>
        }
        lead={`Out of ${metric.denominator}: ${metric.numerator}. It concerns ${formats.number(counted)} of ${formats.number(people.length)} people. For coaching: each of them can read on their own page that you looked.`}
      />
      {people.length === 0 ? (
        <Empty title="Nobody reported to you in this period" />
      ) : (
        <DataTable
          id="people"
          caption={`People behind ${metric.name}`}
          hideCaption
          columns={[
            { id: "person", header: "Person", rowHeader: true },
            { id: "team", header: "Team", wide: true },
            { id: "role", header: "Role", wide: true },
            ...(metric.kind === "share"
              ? []
              : [
                  { id: "counts", header: "Counts", align: "end" as const },
                  { id: "of", header: "Out of", align: "end" as const },
                ]),
            { id: "value", header: "Own figure", align: "end" },
          ]}
          rows={people.map(({ personId, name, employeeId, team, role, numerator, denominator }) => ({
            id: personId,
            cells: {
              person: name ?? employeeId,
              team,
              role,
              counts: cell(formats, numerator),
              of: cell(formats, denominator),
              value: own(formats, metric, numerator, denominator),
            },
          }))}
        />
      )}
    </>
  );
}

function cell(formats: Formats, value: number | null) {
  return value === null ? null : { text: formats.number(value, { significant: 4 }), sort: value };
}

function own(formats: Formats, metric: PeopleBehind["metric"], numerator: number | null, denominator: number | null) {
  if (numerator === null || !denominator) return "Not among them";
  if (metric.kind === "share") return numerator > 0 ? "Yes" : "No";
  return { text: valueText(formats, metric, numerator / denominator), sort: numerator / denominator };
}
