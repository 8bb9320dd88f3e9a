import type { Metadata } from "next";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { CalibrationTable } from "@/components/trust/calibrations/calibration-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readCalibrations } from "@/lib/trust/calibrations/read-calibrations";

export const metadata: Metadata = { title: "Calibrations" };

export default async function CalibrationsPage() {
  const viewer = await viewerFor("calibration.set", "calibration.rate", "evidence.trust");
  const [found, formats] = await Promise.all([readCalibrations(viewer, null), viewerFormats()]);
  const set = may(viewer.roles, "calibration.set") ? (
    <LinkButton href="/skills/calibrations/new" look="primary">
      Set a calibration
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title="Calibrations"
        lead="The same piece of work, rated by many: how far apart do we read the levels? It is made up or scrubbed, so it is about nobody."
        actions={set}
      />
      <SkillTabs roles={viewer.roles} current="/skills/trust" />
      {found.length === 0 ? (
        <Empty title="No calibration has been set yet" actions={set}>
          Take a real call, ticket or drawing without names, choose the behaviours one can see in it, and let managers
          of every site rate it. It takes each of them some three minutes.
        </Empty>
      ) : (
        <CalibrationTable found={found} mayRate={may(viewer.roles, "calibration.rate")} formats={formats} />
      )}
    </>
  );
}
