import type { Metadata } from "next";
import { SkillTabs } from "@/components/skills/skill-tabs";
import { SetCalibrationForm } from "@/components/trust/calibrations/set-calibration-form";
import { PageHeader } from "@/components/ui/page-header";
import { viewerFor } from "@/lib/server/session";

export const metadata: Metadata = { title: "Set a calibration" };

const days = 14;

export default async function NewCalibrationPage() {
  const viewer = await viewerFor("calibration.set");
  const today = new Date();
  const day = (later: number) => new Date(today.getTime() + later * 86_400_000).toISOString().slice(0, 10);
  return (
    <>
      <PageHeader
        title="Set a calibration"
        lead="Raters see the work and the behaviours, not each other. The result shows when it closes, in groups only."
        above={
          <a className="link" href="/skills/calibrations">
            Calibrations
          </a>
        }
      />
      <SkillTabs roles={viewer.roles} current="/skills/trust" />
      <SetCalibrationForm opensOn={day(0)} closesOn={day(days)} />
    </>
  );
}
