import type { CheckResult } from "@/lib/evaluation/checks/check";

/** What the numbers of a check are measured in. */
type Measure = "effect" | "size" | "share" | "deviations" | "count" | "number";
export type CheckFigure = { label: string; value: number | null; interval?: [number, number]; measure: Measure };

/** The numbers of a check as what they mean: dots and intervals on one scale where they are of one kind, else a list. */
export type CheckPicture = {
  /** `dots` are drawn on one scale, with lines at `lines`; a `list` is only written. */
  kind: "dots" | "list";
  /** What a row is, and what its figure is. */
  of: readonly [row: string, figure: string];
  figures: CheckFigure[];
  lines: number[];
};

const boundary = /^(low|high) at (.+) times$/;

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
      return dots(["Left out", "Moves the effect by"], figures("effect"));
    case "attrition":
    case "contamination":
      return dots(["People", "Share"], figures("share"));
    case "data_quality":
      return list(figures("share"));
    case "sensitivity":
      return dots(["Trends may part", "Interval of the effect"], intervalPerBound(picture));
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

/** `low at 0.5 times` and `high at 0.5 times` make one interval. */
function intervalPerBound(picture: CheckResult["picture"]): CheckFigure[] {
  const ends = new Map<string, { low?: number; high?: number }>();
  for (const { label, value } of picture) {
    const [, end, times] = boundary.exec(label) ?? [];
    if (times) ends.set(times, { ...ends.get(times), [end === "low" ? "low" : "high"]: value });
  }
  return [...ends].flatMap(([times, { low, high }]) => {
    if (low === undefined || high === undefined) return [];
    const label = times === "0" ? "not at all" : `${times} times as much as before`;
    return [{ label, value: null, interval: [low, high], measure: "effect" as const }];
  });
}

function pretended(picture: CheckResult["picture"]): CheckFigure[] {
  const [effect, low, high] = picture.map(({ value }) => value);
  if (effect === undefined || low === undefined || high === undefined) return [];
  return [{ label: "pretended, before anybody was exposed", value: effect, interval: [low, high], measure: "effect" }];
}
