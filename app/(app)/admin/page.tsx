import type { Metadata } from "next";
import { AddUser } from "@/components/admin/add-user";
import { AuditLog } from "@/components/admin/audit-log";
import { UserTable } from "@/components/admin/user-table";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { auditFilter, readAuditLog } from "@/lib/governance/read-audit-log";
import { readUsers } from "@/lib/governance/read-users";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Admin" };

export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  const viewer = await viewerFor("user.manage", "audit.read");
  const asked = await searchParams;
  const managesUsers = may(viewer.roles, "user.manage");
  const tab = managesUsers && asked.tab !== "log" ? "users" : "log";
  return (
    <>
      <PageHeader
        title="Who may see what, who did what?"
        lead={
          managesUsers
            ? "People with access and their roles, and the log of what was seen and changed."
            : "The log of what was seen and changed. Nobody can alter it."
        }
      />
      {managesUsers ? (
        <Tabs
          label="Admin"
          tabs={[
            { href: "/admin", label: "Users", current: tab === "users" },
            { href: "/admin?tab=log", label: "Audit log", current: tab === "log" },
          ]}
        />
      ) : null}
      {tab === "users" ? <Users viewer={viewer} /> : <Log viewer={viewer} asked={asked} />}
    </>
  );
}

async function Users({ viewer }: { viewer: Viewer }) {
  const [{ users, units }, formats] = await Promise.all([readUsers(viewer, null), viewerFormats()]);
  return (
    <section aria-label="Users">
      <div className="screen-only mb-4">
        <AddUser units={units} />
      </div>
      <UserTable users={users} units={units} formats={formats} />
    </section>
  );
}

type Asked = Record<string, string | string[] | undefined>;

async function Log({ viewer, asked }: { viewer: Viewer; asked: Asked }) {
  const filter = auditFilter.parse(asked);
  const [page, formats] = await Promise.all([readAuditLog(viewer, filter), viewerFormats()]);
  return (
    <section aria-label="Audit log">
      <AuditLog page={page} filter={filter} formats={formats} />
    </section>
  );
}
