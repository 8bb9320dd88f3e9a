import { LinkButton } from "@/components/ui/link-button";
import type { Upload } from "@/lib/intake/read-upload";
import { isTaken } from "./upload-words";

/** Where to go when files have been imported. */
export function NextSteps({ reports }: { reports: NonNullable<Upload["reports"]> }) {
  const isAnyTaken = reports.some(isTaken);
  return (
    <nav aria-label="What next" className="mb-8 flex flex-wrap gap-2">
      {isAnyTaken ? <LinkButton href="/scorecard">Open the scorecard</LinkButton> : null}
      {reports.some(({ parked }) => parked > 0) ? <LinkButton href="/data/waiting">See waiting rows</LinkButton> : null}
      <LinkButton href="/data">Import more files</LinkButton>
      <LinkButton href="/data/history">History</LinkButton>
    </nav>
  );
}
