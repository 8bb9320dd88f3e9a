import { DataTable } from "@/components/ui/data-table";
import { StatusText } from "@/components/ui/status-text";
import { roleLabels } from "@/lib/access/role-labels";
import type { Formats } from "@/lib/format/formats";
import type { UnitChoice, UserRow } from "@/lib/governance/read-users";
import { ChangeRoles } from "./change-roles";
import { SetDisabled } from "./set-disabled";

type UserTableProps = { users: readonly UserRow[]; units: readonly UnitChoice[]; formats: Formats };

export function UserTable({ users, units, formats }: UserTableProps) {
  return (
    <DataTable
      id="users"
      caption="Everybody who may sign in"
      hideCaption
      csv="users.csv"
      initialSort={{ column: "name", descending: false }}
      columns={[
        { id: "name", header: "Name" },
        { id: "email", header: "E-mail", wide: true },
        { id: "roles", header: "Roles" },
        { id: "record", header: "Own record", wide: true },
        { id: "state", header: "Sign-in", wide: true },
        { id: "since", header: "Since", wide: true },
        { id: "change", header: "Change", screenOnly: true },
      ]}
      rows={users.map((user) => ({
        id: user.id,
        cells: {
          name: user.name,
          email: user.email,
          roles: rolesText(user.roles),
          record: user.personId ? "tied" : null,
          state: {
            text: user.disabled ? "disabled" : "allowed",
            node: (
              <StatusText status={user.disabled ? "fail" : "pass"}>{user.disabled ? "Disabled" : "Allowed"}</StatusText>
            ),
          },
          since: { text: formats.shortDate(user.createdAt), sort: user.createdAt.toISOString() },
          change: {
            text: "",
            node: (
              <span className="flex gap-x-4 max-sm:flex-col max-sm:items-start">
                <ChangeRoles
                  userId={user.id}
                  name={user.name}
                  units={units}
                  held={user.roles.map(({ role, unitId }) => (unitId ? { role, unitId } : { role }))}
                />
                <SetDisabled userId={user.id} name={user.name} disabled={user.disabled} />
              </span>
            ),
          },
        },
      }))}
    />
  );
}

function rolesText(roles: UserRow["roles"]): string {
  return roles.map(({ role, unit }) => roleLabels[role] + (unit ? ` (${unit})` : "")).join(", ") || "none";
}
