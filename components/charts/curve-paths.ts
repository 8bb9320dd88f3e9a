import type { CurvePoint } from "./curve-types";

type Place = (value: number) => number;
const at = (value: number) => value.toFixed(1);

/** Points that have a value, as corners of a line; of a step each value also where the next begins. */
function corners(points: readonly CurvePoint[], isStep: boolean, value: (point: CurvePoint) => number | null) {
  const known = points.flatMap((point) => {
    const y = value(point);
    return y === null ? [] : [{ x: point.x, y }];
  });
  if (!isStep) return known;
  return known.flatMap((corner, index) => {
    const next = known[index + 1];
    return next ? [corner, { x: next.x, y: corner.y }] : [corner];
  });
}

/** A path through the values of a curve. */
export function curvePath(points: readonly CurvePoint[], isStep: boolean, x: Place, y: Place): string {
  return corners(points, isStep, ({ value }) => value)
    .map((corner, index) => `${index === 0 ? "M" : "L"}${at(x(corner.x))} ${at(y(corner.y))}`)
    .join("");
}

/** The area between both ends of the bands; empty where there are none. */
export function bandPath(points: readonly CurvePoint[], isStep: boolean, x: Place, y: Place): string {
  const end = (which: 0 | 1) => corners(points, isStep, ({ band }) => band?.[which] ?? null);
  const outline = [...end(1), ...end(0).toReversed()];
  if (outline.length < 3) return "";
  return `${outline.map((corner, index) => `${index === 0 ? "M" : "L"}${at(x(corner.x))} ${at(y(corner.y))}`).join("")}Z`;
}

/** Every value a drawing must have room for. */
export function curveExtent(series: readonly { points: readonly CurvePoint[] }[]): number[] {
  return series.flatMap(({ points }) =>
    points.flatMap(({ value, band }) => [...(value === null ? [] : [value]), ...(band ?? [])]),
  );
}
