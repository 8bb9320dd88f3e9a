import type { Metadata } from "next";
import Link from "next/link";
import { ChangeRules } from "@/components/evidence/change-rules";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { readRulesHistory } from "@/lib/evidence/read-rules-history";
import { viewerFor } from "@/lib/server/session";

export const metadata: Metadata = { title: "Change the rules of evidence" };

export default async function ChangeRulesPage() {
  const viewer = await viewerFor("evidence.rule");
  const [inForce] = (await readRulesHistory(viewer, null)).versions;
  if (!inForce) return null;
  return (
    <>
      <SkillTabs roles={viewer.roles} current="/skills/evidence" />
      <PageHeader
        above={
          <Link className="link" href="/skills/evidence">
            Rules of evidence
          </Link>
        }
        title="Change the rules"
        lead="The next version is in force for everybody at once. Ratings stay as they are; what follows from them is computed anew."
      />
      <ChangeRules version={inForce.version} rules={inForce.rules} />
    </>
  );
}
