import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type CapabilityMap, measures } from "@/lib/capability/map";

type MapFormProps = { map: Extract<CapabilityMap, { kind: "shown" }>; measure: keyof typeof measures };

/** Which role, and what to count. A plain form: the address says what is shown. */
export function MapForm({ map: { roles, chosen }, measure }: MapFormProps) {
  return (
    <form
      action="/skills/capability"
      method="get"
      aria-label="What to show"
      key={`${chosen?.id} ${measure}`}
      className="screen-only mb-6 grid grid-cols-1 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"
    >
      <Field label="Role">
        <Select
          name="role"
          defaultValue={chosen?.id ?? ""}
          options={[{ value: "", label: "All roles" }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </Field>
      <Field label="Count">
        <Select
          name="count"
          defaultValue={measure}
          options={Object.entries(measures).map(([value, { words }]) => ({ value, label: words }))}
        />
      </Field>
      <Button type="submit" look="primary">
        Show
      </Button>
    </form>
  );
}
