import { IntervalPlot } from "@/components/charts/interval-plot";
import type { CheckResult } from "@/lib/evaluation/checks/check";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { type CheckFigure, type CheckPicture, checkPictures, sensitivityCurve } from "@/lib/initiatives/check-pictures";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import { BalancePlot } from "./balance-plot";
import { balanceRows } from "./balance-rows";
import { SensitivityCurve } from "./sensitivity-curve";
import { ShareMeters } from "./share-meters";

type CheckPictureProps = {
  check: CheckResult;
  /** Stands beside a pretended start, to compare with. */
  headline: MethodResult | undefined;
  /** Of all methods, for what weighting and matching leave apart. */
  results: readonly MethodResult[];
  /** Of the primary KPI; null where there is none. */
  scale: EffectScale | null;
  csv: string;
  formats: Formats;
};

/** The numbers a check rests on: drawn where they are of one kind, else written. */
export function CheckPictures(props: CheckPictureProps) {
  const { check, results, scale, csv, formats } = props;
  const curve = sensitivityCurve(check);
  if (curve && scale) return <SensitivityCurve check={check} curve={curve} scale={scale} csv={csv} formats={formats} />;
  if (check.id === "balance" && check.picture.length > 0) {
    return <BalancePlot rows={balanceRows(check, results)} csv={csv} formats={formats} />;
  }
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
  if (picture.kind === "meters") {
    return (
      <ShareMeters
        caption={captions[check.id] ?? check.says}
        rows={figures.map(({ label, value }) => ({ label, value: value ?? 0, limit: limits[label] ?? null }))}
        csv={csv}
        formats={formats}
      />
    );
  }
  return (
    <IntervalPlot
      caption={captions[check.id] ?? check.says}
      columns={picture.of}
      rows={figures.map((figure) => ({ ...drawn(figure, scale), text: figureText(figure, scale, formats) }))}
      lines={picture.lines.map((at) => (picture.figures[0]?.measure === "effect" && scale ? scale.value(at) : at))}
      csv={csv}
    />
  );
}

const captions: Record<string, string> = {
  influence:
    "The effect on everybody (dashed), and without each in turn, by difference-in-differences; those that move it most first; the line is at zero",
  attrition: "People without a follow-up value, by arm; a fifth warns (the marks), and so do arms 5 points apart",
  contamination:
    "Who was exposed and should not have been, and the reverse; the first fails and the second warns beyond its mark",
  placebo: "A start that was none, and the one there was; the line is at zero",
};

/** From where on the checks speak of a share. */
const limits: Record<string, number> = {
  "control exposed": 0.1,
  "treated never exposed": 0.2,
  "treated missing": 0.2,
  "control missing": 0.2,
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
