import { SmallMultiples } from "@/components/charts/small-multiples";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Tabs } from "@/components/ui/tabs";
import type { Formats } from "@/lib/format/formats";
import { missingText, valuesOf, valueText } from "@/lib/scorecard/figure-text";
import type { Breakdown as Data, Group, Header } from "@/lib/scorecard/scorecard";
import { GroupTable } from "./group-table";
import { scorecardHref } from "./links";
import { MoversView } from "./movers-view";

type Props = {
  data: Data | null;
  header: Header;
  formats: Formats;
  by: string;
  show: string;
  order: string;
  metrics: { value: string; label: string }[];
};

const dimensions = [
  { id: "unit", label: "By unit" },
  { id: "each-unit", label: "By every unit" },
  { id: "role", label: "By role" },
  { id: "site", label: "By site" },
  { id: "cohort", label: "By cohort" },
  { id: "engagement", label: "By engagement" },
  { id: "support", label: "By manager's support" },
];

const orders = [
  { value: "worst", label: "To look at first" },
  { value: "best", label: "Best first" },
  { value: "moved", label: "Changed most surely" },
  { value: "name", label: "By name" },
];

const shownAtOnce = 24;

const caveats: Record<string, string> = {
  engagement:
    "People choose how much they learn, and those who choose to may differ in much else. A difference here is a question, not an effect: compare people as they were assigned under Initiatives.",
  support:
    "By the stretch tasks, coaching and modelling that each one's manager logged in the period. Managers who do more may differ in much else: a pattern to look into, not an effect.",
  cohort:
    "Cohorts as assigned, within this scope. What a difference between them may be put down to stands under Initiatives.",
};

/** One metric, group by group, on one scale. */
export function Breakdown({ data, header, formats, by, show, order, metrics }: Props) {
  return (
    <div>
      <div className="screen-only mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <Tabs
          label="Divide by"
          tabs={dimensions.map(({ id, label }) => ({
            href: `${scorecardHref(header, { by: id, show, order })}#groups`,
            label,
            current: id === by,
          }))}
        />
        <form action="/scorecard#groups" method="get" className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="scope" value={header.scope.text} />
          <input type="hidden" name="period" value={header.period.name} />
          <input type="hidden" name="against" value={header.against.text} />
          <input type="hidden" name="by" value={by} />
          <Field label="Figure">
            <Select name="show" defaultValue={show} options={metrics} key={show} />
          </Field>
          <Field label="Order">
            <Select name="order" defaultValue={order} options={orders} key={order} />
          </Field>
          <Button type="submit">Show</Button>
        </form>
      </div>
      {data ? (
        <Groups data={data} header={header} formats={formats} />
      ) : (
        <p className="text-ink-2">There are no groups to compare here.</p>
      )}
    </div>
  );
}

function Groups({ data, header, formats }: { data: Data; header: Header; formats: Formats }) {
  const { metric, groups } = data;
  const ends = groups[0]?.history;
  const named = (start: string | undefined) => (start ? formats.period(header.period.grain, start) : "");
  const order = orders.find(({ value }) => value === data.order)?.label.toLowerCase() ?? "";
  const rest = groups.slice(shownAtOnce);
  const draw = (some: readonly Group[], label: string) => (
    <SmallMultiples
      label={label}
      items={some.map((group) => itemOf(group, data, header, formats))}
      all={groups.flatMap(({ history }) => valuesOf(history))}
      from={named(ends?.[0]?.start)}
      to={named(ends?.at(-1)?.start)}
      unit={metric.unit}
      formats={formats}
      reference={{ label: header.scope.label, values: data.reference }}
      zero={metric.unit === "share"}
    />
  );
  if (groups.every(({ history }) => history.every(({ state }) => state.kind === "no-data")))
    return (
      <p className="max-w-prose text-ink-2">
        Nothing is on file of “{metric.name}” in any of these {formats.number(groups.length)} groups. Choose another
        figure.
      </p>
    );
  return (
    <>
      <p className="mb-3 text-table text-ink-2">
        {metric.question} {metric.name}, {named(header.period.start)}, {groups.length} groups, {order}.
      </p>
      {caveats[data.by] ? <p className="mb-3 max-w-prose text-table text-ink-2">{caveats[data.by]}</p> : null}
      {draw(groups.slice(0, shownAtOnce), `${metric.name} by group`)}
      {rest.length > 0 ? (
        <details className="printed-open mt-3">
          <summary className="screen-only target link cursor-pointer py-2 text-table">
            {rest.length} more groups
          </summary>
          {draw(rest, `${metric.name}, further groups`)}
        </details>
      ) : null}
      {data.more > 0 ? <p className="mt-2 text-caption text-ink-3">{data.more} more groups are not drawn.</p> : null}
      <GroupTable data={data} formats={formats} period={named(header.period.start)} />
      <div className="mt-8">
        <Section title="Which of them moved" id="movers">
          <MoversView data={data} header={header} formats={formats} />
        </Section>
      </div>
    </>
  );
}

function itemOf(group: Group, { metric }: Data, header: Header, formats: Formats) {
  const { state, scope, history } = group;
  return {
    id: group.id,
    label: group.label,
    ...(scope && { href: scorecardHref({ ...header, scope: { ...header.scope, text: scope } }) }),
    values: valuesOf(history),
    withheld: state.kind === "withheld",
    text:
      state.kind === "figure" ? (
        `${valueText(formats, metric, state.value)} (${formats.number(state.people)})`
      ) : (
        <span className="text-ink-3">{missingText(formats, state)}</span>
      ),
  };
}
