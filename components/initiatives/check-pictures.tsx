import { IntervalPlot } from "@/components/charts/interval-plot";
import type { CheckResult } from "@/lib/evaluation/checks/check";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { type CheckFigure, type CheckPicture, checkPictures } from "@/lib/initiatives/check-pictures";
import type { EffectScale } from "./effect-scale";

type CheckPictureProps = {
  check: CheckResult;
  /** Stands beside a pretended start, to compare with. */
  headline: MethodResult | undefined;
  /** Of the primary KPI; null where there is none. */
  scale: EffectScale | null;
  csv: string;
  formats: Formats;
};

/** The numbers a check rests on: drawn where they are of one kind, else written. */
export function CheckPictures(props: CheckPictureProps) {
  return checkPictures(props.check).map((picture) => <Picture key={picture.kind} picture={picture} {...props} />);
}

function Picture({ picture, check, headline, scale, csv, formats }: CheckPictureProps & { picture: CheckPicture }) {
  const figures = [...picture.figures];
  if (check.id === "placebo" && headline?.estimate != null && headline.ci) {
    figures.push({ label: "as it was", value: headline.estimate, interval: headline.ci, measure: "effect" });
  }
  if (picture.kind === "list") {
    return (
      <dl className="mb-2 grid max-w-md grid-cols-[1fr_auto] gap-x-6 text-table">
        {figures.map((figure) => (
          <div key={figure.label} className="contents">
            <dt>{figure.label}</dt>
            <dd className="text-end tabular-nums">{figureText(figure, scale, formats)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <IntervalPlot
      caption={captions[check.id] ?? check.says}
      columns={picture.of}
      rows={figures.map((figure) => ({ ...drawn(figure, scale), text: figureText(figure, scale, formats) }))}
      lines={picture.lines}
      csv={csv}
    />
  );
}

const captions: Record<string, string> = {
  balance:
    "The trained less the comparison; dashed lines at 0.1 standard deviations either way, the line between them at zero",
  influence: "What the effect moves by when each is left out, the largest first; the line is at zero",
  attrition: "People without a follow-up value, by arm; the line is at zero",
  contamination: "Who was exposed and should not have been, and the reverse; the line is at zero",
  sensitivity:
    "The interval of the effect if trends part after the start by so many times the most they did before; the line is at zero",
  placebo: "A start that was none, and the one there was; the line is at zero",
};

function drawn({ label, value, interval, measure }: CheckFigure, scale: EffectScale | null) {
  if (measure !== "effect" || !scale) return { label, value, interval };
  return { label, value: value === null ? null : scale.value(value), interval: interval && scale.range(interval) };
}

function figureText({ value, interval, measure }: CheckFigure, scale: EffectScale | null, formats: Formats): string {
  if (measure === "effect" && scale) {
    if (value !== null) return scale.text(formats, value, interval ?? null);
    return interval ? `${formats.interval(scale.range(interval), scale.unit)} ${scale.unit}` : "";
  }
  if (value === null) return "";
  if (measure === "size" && scale)
    return formats.change(scale.value(value), scale.unit, { significant: 2, signed: false });
  if (measure === "share") return formats.percent(value);
  if (measure === "count") return formats.number(value, { decimals: 0 });
  if (measure === "deviations") return formats.number(value, { decimals: 2, signed: true });
  return formats.number(value, { significant: 3 });
}
