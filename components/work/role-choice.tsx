import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type RoleChoiceProps = {
  action: string;
  roles: readonly { id: string; name: string }[];
  current: string | null;
  all?: boolean;
};

/** Chooses the role a page is about. A plain form: what it asks for is the address. */
export function RoleChoice({ action, roles, current, all = false }: RoleChoiceProps) {
  return (
    <form
      action={action}
      method="get"
      key={current}
      className="screen-only mb-6 flex max-w-xl flex-wrap items-end gap-3"
    >
      <Field label="Role" className="min-w-0 grow basis-60">
        <Select
          name="role"
          defaultValue={current ?? ""}
          options={[
            ...(all ? [{ value: "", label: "All roles" }] : []),
            ...roles.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Button type="submit">Show</Button>
    </form>
  );
}
