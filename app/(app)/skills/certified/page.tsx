import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CertifiedForm } from "@/components/capability/certified-form";
import { CertifiedPlaceView } from "@/components/capability/certified-place";
import { CertifiedRoles } from "@/components/capability/certified-roles";
import { AwaitsData } from "@/components/shell/awaits-data";
import { TiedToNobody } from "@/components/shell/tied-to-nobody";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { Viewer } from "@/lib/access/viewer";
import type { CertifiedUnchanged } from "@/lib/capability/certified";
import { readCertified } from "@/lib/capability/read-certified";
import type { Formats } from "@/lib/format/formats";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Certified but unchanged" };

const text = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : null);

export default async function CertifiedPage({ searchParams }: PageProps<"/skills/certified">) {
  const viewer = await viewerFor("capability.read");
  const given = await searchParams;
  const asked = { role: text(given.role), kpi: text(given.kpi) };
  const [found, formats] = await Promise.all([readCertified(viewer, asked), viewerFormats()]);
  if (!found && (asked.role !== null || asked.kpi !== null)) notFound();
  return (
    <>
      <PageHeader
        title="Certified but unchanged"
        lead="If everyone is certified, why are defect rates still what they were? What is certified, what is seen at work and what the KPI did, on one axis of time."
      />
      <SkillTabs roles={viewer.roles} current="/skills/certified" />
      {found === null ? (
        <TiedToNobody roles={viewer.roles} />
      ) : found.kind === "shown" ? (
        <Shown viewer={viewer} shown={found} formats={formats} />
      ) : (
        <AwaitsData
          roles={viewer.roles}
          title={found.kind === "empty" ? "Nothing to look at yet" : "Nobody was certified in a skill their role needs"}
        >
          Certificates come in with learning_events.csv (the verb certified, or passed on a certification), what roles
          need with skills.csv, and what others saw with observations.csv or from the phone.
        </AwaitsData>
      )}
    </>
  );
}

type ShownProps = { shown: Extract<CertifiedUnchanged, { kind: "shown" }>; viewer: Viewer; formats: Formats };

function Shown({ shown, viewer, formats }: ShownProps) {
  const { role, sites, roles } = shown;
  const bySite = sites.length > 1 ? sites : [];
  return (
    <>
      <Section title={role.label} id="picture">
        <CertifiedForm shown={shown} />
        <CertifiedPlaceView place={role} roles={viewer.roles} about={shown} formats={formats} />
      </Section>
      {bySite.map((site) => (
        <Section key={site.id} title={`${role.label}, ${site.label}`} id={`site-${site.id}`}>
          <CertifiedPlaceView place={site} roles={viewer.roles} about={shown} formats={formats} />
        </Section>
      ))}
      <Section
        title="All roles"
        id="roles"
        lead="A pattern, not a proof: what caused it is for a comparison to tell. Certified counts as common from a half; looked at from a half of the certificates; applied where three in five of those seen work at the level needed."
      >
        <CertifiedRoles roles={roles} formats={formats} />
      </Section>
    </>
  );
}
