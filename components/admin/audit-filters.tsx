import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { actionWords } from "@/lib/governance/action-words";
import type { AuditFilter, AuditPage } from "@/lib/governance/read-audit-log";
import { WhoFilter } from "./who-filter";

type AuditFiltersProps = { filter: AuditFilter; actions: AuditPage["actions"]; who: AuditPage["who"] };

/** A plain form: what is asked for stands in the address. */
export function AuditFilters({ filter, actions, who }: AuditFiltersProps) {
  const everything = [
    { value: "", label: "Everything" },
    ...actions.map((action) => ({ value: action, label: actionWords(action) })),
  ];
  return (
    <form
      method="get"
      className="screen-only mb-4 grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_1fr_auto]"
    >
      <input type="hidden" name="tab" value="log" />
      <Field label="Person">
        <WhoFilter key={filter.who} asked={filter.who === "system" ? "system" : who} />
      </Field>
      <Field label="Action">
        <Select name="action" options={everything} defaultValue={filter.action ?? ""} />
      </Field>
      <Field label="From">
        <Input type="date" name="from" defaultValue={filter.from ?? ""} />
      </Field>
      <Field label="To">
        <Input type="date" name="to" defaultValue={filter.to ?? ""} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit">Filter</Button>
        <LinkButton look="plain" href="/admin?tab=log">
          Clear
        </LinkButton>
      </div>
    </form>
  );
}
