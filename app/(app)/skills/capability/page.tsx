import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MapForm } from "@/components/capability/map-form";
import { MapTable } from "@/components/capability/map-table";
import { AwaitsData } from "@/components/shell/awaits-data";
import { TiedToNobody } from "@/components/shell/tied-to-nobody";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import { type CapabilityMap, type MapRow, measures } from "@/lib/capability/map";
import { readMap } from "@/lib/capability/read-map";
import type { Formats } from "@/lib/format/formats";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Capability map" };

const text = (value: string | string[] | undefined) => (typeof value === "string" && value !== "" ? value : null);

export default async function CapabilityPage({ searchParams }: PageProps<"/skills/capability">) {
  const viewer = await viewerFor("capability.read");
  const given = await searchParams;
  const measure = (Object.keys(measures) as (keyof typeof measures)[]).find(
    (name) => name === (text(given.count) ?? "applied"),
  );
  const [map, formats] = await Promise.all([readMap(viewer, { role: text(given.role) }), viewerFormats()]);
  if ((!map && text(given.role) !== null) || !measure) notFound();
  return (
    <>
      <PageHeader
        title="Capability map"
        lead={
          map?.kind === "shown"
            ? `What roles need against what is seen at work, by role, skill and site, as of ${formats.date(map.asOf)}. Evidence counts less as it ages, and what nobody saw is not known, not missing.`
            : "What roles need against what is seen at work, by role, skill and site."
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills/capability" />
      {map === null ? (
        <TiedToNobody roles={viewer.roles} />
      ) : map.kind === "shown" ? (
        <Shown map={map} measure={measure} formats={formats} />
      ) : (
        <AwaitsData
          roles={viewer.roles}
          title="There is no map yet"
          actions={
            may(viewer.roles, "skill.edit") ? (
              <LinkButton href="/skills/exchange">Take a role from a template</LinkButton>
            ) : null
          }
        >
          It needs people in roles (people.csv) and the skills these roles need. What others saw fills it: from the
          phone, from observations.csv and from signal rules.
        </AwaitsData>
      )}
    </>
  );
}

type ShownProps = { map: Extract<CapabilityMap, { kind: "shown" }>; measure: keyof typeof measures; formats: Formats };

function Shown({ map, measure, formats }: ShownProps) {
  const { roles, chosen, sites, minimum } = map;
  const hrefOf = ({ id }: MapRow) => `/skills/capability?role=${id}&count=${measure}#role`;
  const shared = { sites, measure, minimum, formats };
  return (
    <>
      <MapForm map={map} measure={measure} />
      {chosen ? (
        <Section
          title={chosen.name}
          id="role"
          lead="Each skill the role needs. A level is the mean of those seen, with a 95% interval over people."
        >
          <MapTable id="skills" caption={measures[measure].words} rows={chosen.skills} header="Skill" {...shared} />
        </Section>
      ) : null}
      <Section
        title="By role"
        id="roles"
        lead="Pairs of a person and a skill their role needs. The bar is everything needed: full where it was seen at the level needed, pale where it was seen below, empty where nobody has looked."
      >
        <MapTable id="roles" caption={measures[measure].words} rows={roles} header="Role" hrefOf={hrefOf} {...shared} />
      </Section>
    </>
  );
}
