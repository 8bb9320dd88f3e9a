import type { Metadata } from "next";
import Link from "next/link";
import { ScaleForm } from "@/components/skills/exchange/scale-form";
import { ScaleList } from "@/components/skills/exchange/scale-list";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readScales } from "@/lib/skills/scales/read-scales";

export const metadata: Metadata = { title: "Rating scales" };

export default async function ScalesPage() {
  const viewer = await viewerFor("skill.edit");
  const [scales, formats] = await Promise.all([readScales(viewer, null), viewerFormats()]);
  return (
    <>
      <PageHeader
        title="Rating scales"
        lead="How ratings of other tools are read as levels 1 to 5. Name a scale in the column scale of observations.csv; the rating is kept as it was stated beside its level."
        actions={<ScaleForm scale={null} />}
        above={
          <Link href="/skills/exchange" className="link">
            Import and export
          </Link>
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills/exchange" />
      <ScaleList scales={scales} formats={formats} />
    </>
  );
}
