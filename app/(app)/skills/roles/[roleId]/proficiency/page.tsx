import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { ProficiencyForm } from "@/components/team/proficiency/proficiency-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { competence } from "@/lib/metrics/competence";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { readProficiency } from "@/lib/team/proficiency/read-proficiency";

export const metadata: Metadata = { title: "Time to proficiency" };

export default async function ProficiencyPage({ params }: PageProps<"/skills/roles/[roleId]/proficiency">) {
  const viewer = await viewerFor("skill.edit");
  const found = await readProficiency(viewer, idOr404((await params).roleId));
  if (!found) notFound();
  const { days, jobs, rightFirstTime, assisted } = competence;
  const usual = { start: "hire", days, jobs, rightFirstTime, assisted } as const;
  return (
    <>
      <PageHeader
        above={
          <Link href={`/skills?node=${found.roleId}`} className="link">
            The role in the taxonomy
          </Link>
        }
        title={`Time to proficiency: ${found.role}`}
        lead="When somebody new in this role counts as able to do the job: from the start event to the end of the first month that meets the rule."
      />
      <SkillTabs roles={viewer.roles} current="/skills" />
      <Section title={found.rule ? "This role's own rule" : "The usual rule applies"}>
        <p className="mb-4 max-w-prose text-ink-2">
          The usual rule: from hire, {competence.words}, within {days} days. A rule of its own moves the
          scorecard&apos;s “time to competence” for this role, past periods included, and who counts as ready alone
          under Team. The change stands in the audit log.
        </p>
        <ProficiencyForm
          key={JSON.stringify(found.rule)}
          roleId={found.roleId}
          rule={found.rule ?? usual}
          isOwn={found.rule !== null}
        />
      </Section>
    </>
  );
}
