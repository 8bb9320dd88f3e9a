import type { Metadata } from "next";
import Link from "next/link";
import { RoleList } from "@/components/start/role-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readStartRoles } from "@/lib/start/read-start-roles";

export const metadata: Metadata = { title: "Start here" };

export default async function StartPage() {
  const viewer = await viewerFor("start.use");
  const [{ roles, open, minimum }, formats] = await Promise.all([readStartRoles(viewer, null), viewerFormats()]);
  return (
    <>
      <PageHeader
        title="Start here"
        lead="Five steps from a role to its first comparison: choose the role, three to five behaviours, where they show already, who looks, and before against after. Leave and come back whenever you like."
      />
      {open.length > 0 ? (
        <Section title="Under way" id="open">
          <ul className="divide-y divide-rule border-y border-rule">
            {open.map(({ id, role, step, changedAt }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
                <Link className="link" href={`/start/${id}`}>
                  {role}
                </Link>
                <span className="text-table text-ink-2">
                  Step {step} of 5, last changed {formats.age(changedAt, new Date())}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section
        title="Choose a role"
        id="roles"
        lead="One where outcomes are measured and seen comes first: there the value of learning shows soonest."
      >
        {roles.length > 0 ? (
          <RoleList roles={roles} />
        ) : (
          <Empty
            title="There is no role to begin with yet"
            actions={
              <>
                {may(viewer.roles, "data.import") ? (
                  <LinkButton href="/data" look="primary">
                    Open data
                  </LinkButton>
                ) : null}
                <LinkButton href="/skills/exchange">Take a role from a template</LinkButton>
              </>
            }
          >
            Bring in people.csv with the role of each person (at least {minimum} in one), and whatever your work systems
            know: work_events.csv or kpi.csv. What a role needs can be taken from a template or from O*NET.
          </Empty>
        )}
      </Section>
    </>
  );
}
