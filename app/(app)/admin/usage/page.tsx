import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty, Withheld } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { UsageTable } from "@/components/usage/usage-table";
import { countText, digestsText } from "@/components/usage/usage-words";
import { roleLabels } from "@/lib/access/role-labels";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { usageRole } from "@/lib/usage/input";
import { readUsage } from "@/lib/usage/read-usage";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: PageProps<"/admin/usage">) {
  const viewer = await viewerFor("usage.read");
  const role = usageRole.parse((await searchParams).role ?? null);
  const [usage, formats] = await Promise.all([readUsage(viewer, role), viewerFormats()]);
  const unopened = usage.pages.filter(({ isUnopened }) => isUnopened).length;
  const isUsed = usage.pages.length > unopened;
  return (
    <>
      <PageHeader
        title="Is any of this looked at?"
        lead="Which pages people open, by role and week. A page nobody opens is a report nobody reads: mend it or leave it out."
      />
      <Tabs
        label="Whose use"
        tabs={[
          { href: "/admin/usage", label: "Everybody", current: role === null },
          ...usage.roles.map((one) => ({
            href: `/admin/usage?role=${one.role}`,
            label: `${roleLabels[one.role]} (${countText(formats, one.holders)})`,
            current: role === one.role,
          })),
        ]}
      />
      <Section title="Pages" id="pages">
        {usage.isWithheld ? (
          <Withheld
            minimum={usage.minimum}
            why={`Fewer than ${usage.minimum} people hold this role, so their use is not shown.`}
          />
        ) : isUsed ? (
          <>
            <p className="mb-4 max-w-prose text-ink-2">
              {unopened === 0
                ? "Every page was opened by somebody in the last 30 days."
                : `${unopened} of ${usage.pages.length} pages ${role ? "this role may open" : "of the app"} were not opened by anybody in the last 30 days.`}{" "}
              Counts under {usage.minimum} people are not told.
            </p>
            <UsageTable usage={usage} formats={formats} />
          </>
        ) : (
          <Empty title="No page was opened in the last 30 days">
            Openings are counted from now on: the page, the day and how often, by user.
          </Empty>
        )}
      </Section>
      <Section title="Digests" id="digests">
        <p className="max-w-prose text-ink-2">{digestsText(formats, usage.digests)}</p>
      </Section>
      <Section title="What is counted" id="counted">
        <p className="max-w-prose text-ink-2">
          Per user, page and day, how often it was opened. Not what they saw there, not what they asked for, not how
          long. It is kept for 180 days, shown here as counts of groups only, and to everybody about themselves under
          Me.
        </p>
      </Section>
    </>
  );
}
