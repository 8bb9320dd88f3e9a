import type { CheckResult } from "@/lib/evaluation/checks/check";

/** What the numbers of a check are measured in. */
type Measure = "effect" | "size" | "share" | "deviations" | "count" | "number";
export type CheckFigure = { label: string; value: number | null; interval?: [number, number]; measure: Measure };

/** The numbers of a check as what they mean: dots and intervals on one scale where they are of one kind, else a list. */
export type CheckPicture = {
  /** `dots` are drawn on one scale, with lines at `lines`; `meters` from nobody to everybody; a `list` is only written. */
  kind: "dots" | "meters" | "list";
  /** What a row is, and what its figure is. */
  of: readonly [row: string, figure: string];
  figures: CheckFigure[];
  lines: number[];
};

const boundary = /^(low|high) at (.+) times$/;

/** The interval of the effect at each bound on how far trends may part. */
export type SensitivityCurve = { times: number; interval: [number, number] }[];

/** The curve of the check on sensitivity; null where it rests on something else. */
export function sensitivityCurve({ id, picture }: Pick<CheckResult, "id" | "picture">): SensitivityCurve | null {
  if (id !== "sensitivity") return null;
  const ends = new Map<string, { low?: number; high?: number }>();
  for (const { label, value } of picture) {
    const [, end, times] = boundary.exec(label) ?? [];
    if (times) ends.set(times, { ...ends.get(times), [end === "low" ? "low" : "high"]: value });
  }
  const curve = [...ends].flatMap(([times, { low, high }]) =>
    low === undefined || high === undefined
      ? []
      : [{ times: Number(times), interval: [low, high] as [number, number] }],
  );
  return curve.length > 1 ? curve : null;
}

/** Reads the pictures of a check, none where it holds nothing. Checks this does not know become a list of numbers. */
export function checkPictures({ id, picture }: Pick<CheckResult, "id" | "picture">): CheckPicture[] {
  if (picture.length === 0) return [];
  const shares = picture.filter(({ label }) => label.endsWith(" missing"));
  if (id === "attrition" && shares.length < picture.length) {
    const bounds = picture.filter((figure) => !shares.includes(figure));
    return [
      onePicture({ id, picture: shares }),
      { kind: "list", of: ["", ""], figures: bounds.map((bound) => ({ ...bound, measure: "effect" })), lines: [] },
    ];
  }
  return [onePicture({ id, picture })];
}

function onePicture({ id, picture }: Pick<CheckResult, "id" | "picture">): CheckPicture {
  const figures = (measure: Measure) => picture.map((figure): CheckFigure => ({ ...figure, measure }));
  const list = (all: CheckFigure[]): CheckPicture => ({ kind: "list", of: ["", ""], figures: all, lines: [] });
  const dots = (of: CheckPicture["of"], all: CheckFigure[], lines: number[] = []): CheckPicture => ({
    kind: "dots",
    of,
    figures: all,
    lines,
  });
  switch (id) {
    case "balance":
      return dots(["Before the start", "Standard deviations apart"], figures("deviations"), [-0.1, 0.1]);
    case "influence":
      // Where people count as independent there is one number, and nobody to name.
      return picture[0]?.interval
        ? dots(["People", "Effect"], figures("effect"), [picture[0].value])
        : list(figures("size"));
    case "attrition":
    case "contamination":
      return { kind: "meters", of: ["People", "Share"], figures: figures("share"), lines: [] };
    case "data_quality":
      return list(figures("share"));
    case "placebo":
      return dots(["Start", "Effect"], pretended(picture));
    case "pre_trends":
      return list(picture.map((figure) => ({ ...figure, measure: figure.label.startsWith("p ") ? "number" : "size" })));
    case "sample_ratio":
    case "small_groups":
      return list(figures("count"));
    default:
      return list(figures("number"));
  }
}

function pretended(picture: CheckResult["picture"]): CheckFigure[] {
  const [effect, low, high] = picture.map(({ value }) => value);
  if (effect === undefined || low === undefined || high === undefined) return [];
  return [{ label: "pretended, before anybody was exposed", value: effect, interval: [low, high], measure: "effect" }];
}
