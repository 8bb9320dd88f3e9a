import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LooksTable } from "@/components/me/looks-table";
import { MeTabs } from "@/components/me/me-tabs";
import { OwnFacts } from "@/components/me/own-facts";
import { OwnUsage } from "@/components/me/own-usage";
import { PlacesTable } from "@/components/me/places-table";
import { StoredTable } from "@/components/me/stored-table";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { readOwnPage } from "@/lib/governance/read-own-page";
import { readOwnTables } from "@/lib/governance/read-own-tables";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readOwnUsage } from "@/lib/usage/read-own-usage";

export const metadata: Metadata = { title: "What is stored about me" };

export default async function OwnRecordPage() {
  const viewer = await viewerFor("self.read");
  const [page, tables, used, formats] = await Promise.all([
    readOwnPage(viewer, null),
    readOwnTables(viewer, null),
    readOwnUsage(viewer, null),
    viewerFormats(),
  ]);
  if (!page) notFound();
  const { user, record, looks } = page;
  return (
    <>
      <PageHeader
        title="What do you know about me?"
        lead="Everything that is stored about you, what it is used for, and who looked at it."
        actions={
          <>
            <LinkButton href="/me/export" prefetch={false} download>
              Save all of it (JSON)
            </LinkButton>
            <LinkButton href="/me/export?as=csv" prefetch={false} download>
              Save all of it (CSV)
            </LinkButton>
          </>
        }
      />
      <MeTabs current="/me/record" roles={viewer.roles} />
      <Section title="Never used for">
        <ul className="max-w-prose list-disc space-y-1 pl-5">
          <li>Performance ratings, pay, promotion, warnings or dismissal: no export offers it for that.</li>
          <li>Ranking you among colleagues: a skill is shown in its parts, never as one score of a person.</li>
          <li>Decisions without a person: what the app suggests, somebody decides and answers for.</li>
        </ul>
      </Section>
      {record ? (
        <>
          <Section title="What is stored, and what for" lead="Every table that holds rows about you.">
            <StoredTable tables={tables} formats={formats} />
          </Section>
          <Section
            title="Where you work and worked"
            lead="From the people file. Used to count you in the right unit, site, team and role at the time."
          >
            <DefinitionList
              items={[
                ["Employee ID", record.employeeId],
                ["Name", record.name ?? "not stored"],
                ["E-mail", record.email ?? "not stored"],
                ["Hired", record.hireDate ? formats.date(record.hireDate) : "not stored"],
                ...(record.exitDate ? ([["Left", formats.date(record.exitDate)]] as const) : []),
                ...Object.entries(record.attributes).map(([name, value]) => [name, String(value)] as const),
              ]}
            />
            <div className="mt-4">
              <PlacesTable places={record.places} formats={formats} />
            </div>
          </Section>
          <OwnFacts record={record} formats={formats} />
        </>
      ) : (
        <Section title="Your record">
          <Empty title="Your sign-in is not tied to an employee record">
            So there is no employment history, learning or observation of yours here. If you are employed here and
            expected to see it, ask an administrator to tie your sign-in to your employee ID.
          </Empty>
        </Section>
      )}
      <Section title="Your access">
        <DefinitionList
          items={[
            ["Name", user.name],
            ["E-mail", user.email],
            ["Roles", user.roles.join(", ") || "none"],
            ["Since", formats.date(user.since)],
          ]}
        />
      </Section>
      <Section
        id="usage"
        title="Which pages you opened"
        lead="Kept for 180 days to see which pages are of use: the page, the day and how often. Not what you saw there, asked for or how long you stayed. Shown to others only as counts of groups, never by name."
      >
        <OwnUsage used={used} formats={formats} />
      </Section>
      <Section
        id="looks"
        title="Who looked, who changed"
        lead="Rows of the audit log that are about you: your access, and looks at your own evidence. Several looks of one person on one day stand in one row."
      >
        <LooksTable looks={looks} formats={formats} />
      </Section>
    </>
  );
}
