import { CertifiedApplied } from "@/components/scorecard/certified-applied";
import { Withheld } from "@/components/ui/states";
import type { Viewer } from "@/lib/access/viewer";
import type { CertifiedPlace, CertifiedUnchanged } from "@/lib/capability/certified";
import type { Formats } from "@/lib/format/formats";
import { missingText } from "@/lib/scorecard/figure-text";
import { StepLink } from "./step-link";

type CertifiedPlaceProps = {
  place: CertifiedPlace;
  /** Of the viewer. */
  roles: Viewer["roles"];
  about: Pick<Extract<CertifiedUnchanged, { kind: "shown" }>, "dataVersion" | "grain" | "minimum">;
  formats: Formats;
};

/** The answer in words, what it rests on, and the three lines on one axis of time. */
export function CertifiedPlaceView({ place, roles, about, formats }: CertifiedPlaceProps) {
  const { picture, diagnosis, seen, certified } = place;
  if (!picture || !diagnosis) {
    return certified.kind === "withheld" ? (
      <Withheld minimum={about.minimum} />
    ) : (
      <p className="text-ink-2">{missingText(formats, certified) || "Nothing to draw yet."}</p>
    );
  }
  return (
    <>
      <p className="max-w-prose text-lead">{diagnosis.says}</p>
      <p className="mt-1 mb-6 max-w-prose text-ink-2">
        {seen ? seenText(seen, about.minimum, formats) : "Nothing certified is needed by the people who are there now."}{" "}
        <StepLink step={diagnosis.next} roles={roles}>
          {diagnosis.next.does}
        </StepLink>
      </p>
      <CertifiedApplied
        picture={picture}
        header={{ dataVersion: about.dataVersion, period: { grain: about.grain }, scope: { label: place.label } }}
        formats={formats}
      />
    </>
  );
}

function seenText(
  { certified, seen, able }: NonNullable<CertifiedPlace["seen"]>,
  minimum: number,
  formats: Formats,
): string {
  const share = (part: number, of: number) => formats.percent(of === 0 ? 0 : part / of, { decimals: 0 });
  const certificates = `Of ${formats.number(certified)} certificates that people's roles need,`;
  const counts = "have evidence from work that still counts";
  if (seen === null) return `${certificates} those of fewer than ${formats.number(minimum)} people ${counts}.`;
  const looked = `${certificates} ${formats.number(seen)} (${share(seen, certified)}) ${counts}`;
  if (seen === 0) return `${looked}.`;
  return able === null
    ? `${looked}; at which level is withheld, because it would tell how few stand elsewhere.`
    : `${looked}; of those, ${share(able, seen)} at the level needed or above.`;
}
