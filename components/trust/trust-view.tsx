import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import type { Trust } from "@/lib/trust/trust";
import { trustAnswer } from "@/lib/trust/trust-answer";
import { AgreementSection } from "./agreement-section";
import { RatersSection } from "./raters-section";
import { SitesSection } from "./sites-section";
import { TimeSection } from "./time-section";

export type Shown = Extract<Trust, { kind: "shown" }>;

export function TrustView({ found, formats }: { found: Shown; formats: Formats }) {
  const { counts, window } = found;
  const [first, ...rest] = trustAnswer(found, formats);
  return (
    <>
      <Section title="In words">
        <p className="max-w-prose text-lead" data-testid="trust-answer">
          {first}
        </p>
        <ul className="mt-3 max-w-prose list-disc space-y-1 pl-5">
          {rest.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="mt-3 max-w-prose text-caption text-ink-3">
          {formats.month(window.start)} to {formats.month(new Date(Date.parse(window.end) - 86_400_000))}:{" "}
          {formats.number(counts.ratings)} ratings of {formats.number(counts.people)} people by{" "}
          {formats.number(counts.raters)} {counts.raters === 1 ? "rater" : "raters"}
          {counts.system > 0 ? " and by systems" : ""} (managers {formats.number(counts.manager)}, peers{" "}
          {formats.number(counts.peer)}, systems {formats.number(counts.system)}). What people say of themselves and
          ratings taken back are left out. Data version {found.dataVersion.slice(0, 15)}.
        </p>
      </Section>
      <AgreementSection found={found} formats={formats} />
      <RatersSection found={found} formats={formats} />
      <SitesSection found={found} formats={formats} />
      <TimeSection found={found} formats={formats} />
    </>
  );
}
