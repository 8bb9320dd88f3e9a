import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { CertifiedUnchanged } from "@/lib/capability/certified";

type CertifiedFormProps = { shown: Extract<CertifiedUnchanged, { kind: "shown" }> };

/** Which role, against which KPI. A plain form: the address says what is shown. */
export function CertifiedForm({ shown: { role, roles, kpi, kpis } }: CertifiedFormProps) {
  return (
    <form
      action="/skills/certified"
      method="get"
      aria-label="What to show"
      key={`${role.id} ${kpi}`}
      className="screen-only mb-6 grid grid-cols-1 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
    >
      <Field label="Role">
        <Select name="role" defaultValue={role.id} options={roles.map(({ id, label }) => ({ value: id, label }))} />
      </Field>
      <Field label="KPI">
        <Select name="kpi" defaultValue={kpi ?? ""} options={kpis} />
      </Field>
      <Button type="submit" look="primary">
        Show
      </Button>
    </form>
  );
}
