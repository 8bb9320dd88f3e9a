import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import type { DecisionState } from "@/lib/decisions/decision";
import { decisionKindWords, kinds } from "@/lib/decisions/kinds";
import { type LogFilter, type LogOrder, logOrders, logStates } from "@/lib/decisions/log-filter";

const stateNames: Record<DecisionState, string> = {
  overdue: "Overdue",
  due: "Due today",
  planned: "Planned",
  reviewed: "Reviewed",
  unplanned: "None planned",
  withdrawn: "Withdrawn",
};
const orderNames: Record<LogOrder, string> = {
  latest: "Latest first",
  earliest: "Earliest first",
  review: "By day of review",
  title: "By name",
};
const all = { value: "", label: "All" };

/** A plain form: what is asked for stands in the address, and is asked of the whole log. */
export function LogFilters({ filter }: { filter: LogFilter }) {
  return (
    <form
      method="get"
      action="/decisions#log"
      className="screen-only mb-4 grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    >
      <Field label="Find in the log">
        <Input name="find" type="search" maxLength={200} defaultValue={filter.find ?? ""} />
      </Field>
      <Field label="Kind">
        <Select
          name="kind"
          options={[all, ...kinds.map((value) => ({ value, label: decisionKindWords[value] }))]}
          defaultValue={filter.kind ?? ""}
        />
      </Field>
      <Field label="Review">
        <Select
          name="state"
          options={[all, ...logStates.map((value) => ({ value, label: stateNames[value] }))]}
          defaultValue={filter.state ?? ""}
        />
      </Field>
      <Field label="Order">
        <Select
          name="order"
          options={logOrders.map((value) => ({ value, label: orderNames[value] }))}
          defaultValue={filter.order}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit">Filter</Button>
        <LinkButton look="plain" href="/decisions#log">
          Clear
        </LinkButton>
      </div>
    </form>
  );
}
