type SparklineProps = {
  /** In order of time; null breaks the line. */
  values: readonly (number | null)[];
  /** What it shows, read out instead of the drawing: "Error rate, Q1 2025 to Q3 2026, falling". */
  label: string;
  width?: number;
  height?: number;
};

/** The course of a figure in the height of a line of text; its last point is marked. */
export function Sparkline({ values, label, width = 88, height = 22 }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number) => 3 + (index / (values.length - 1)) * (width - 6);
  const y = (value: number) => 3 + (1 - (value - low) / span) * (height - 6);
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="shrink-0"
    >
      <path d={linePath(values, x, y)} fill="none" stroke="var(--ink-3)" strokeWidth="1.5" strokeLinejoin="round" />
      <circle cx={x(last)} cy={y(values[last] ?? low)} r="2.5" fill="var(--line)" />
    </svg>
  );
}

/** An SVG path through the values, broken where one is missing. A lone value is a dot. */
export function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let drawing = false;
  let path = "";
  values.forEach((value, index) => {
    if (value !== null) {
      path += `${drawing ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      if (!drawing && (values[index + 1] ?? null) === null) path += "h0.1";
    }
    drawing = value !== null;
  });
  return path;
}
