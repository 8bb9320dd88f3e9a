import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { CalibrationView } from "@/components/trust/calibrations/calibration-view";
import { ChangeCalibration } from "@/components/trust/calibrations/change-calibration";
import { PageHeader } from "@/components/ui/page-header";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readCalibration } from "@/lib/trust/calibrations/read-calibrations";

export const metadata: Metadata = { title: "Calibration" };

export default async function CalibrationPage({ params }: PageProps<"/skills/calibrations/[id]">) {
  const viewer = await viewerFor("calibration.set", "calibration.rate", "evidence.trust");
  const id = idOr404((await params).id);
  const [found, formats] = await Promise.all([readCalibration(viewer, { id }), viewerFormats()]);
  if (!found) notFound();
  const when = {
    coming: `Opens on ${formats.date(found.opensOn)}`,
    open: `Open until ${formats.date(found.closesOn)}`,
    closed: "Closed",
  };
  return (
    <>
      <PageHeader
        title={found.title}
        lead={`${when[found.state]}. ${found.raters === 1 ? "One person has" : `${formats.number(found.raters)} people have`} rated it.`}
        above={
          <a className="link" href="/skills/calibrations">
            Calibrations
          </a>
        }
        actions={
          found.maySet && found.state !== "closed" ? <ChangeCalibration id={found.id} raters={found.raters} /> : null
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills/trust" />
      <CalibrationView found={found} formats={formats} />
    </>
  );
}
