type ScalePoint = { value: number; level: number };

type ScaleDrawingProps = { name: string; points: readonly ScalePoint[]; width?: number; height?: number };

const edge = { left: 16, right: 8, top: 6, bottom: 16 };

/** A mapping as a line from the other tool's values to our levels; its points stand beside it in words. */
export function ScaleDrawing({ name, points, width = 200, height = 104 }: ScaleDrawingProps) {
  const [lowest, highest] = [points[0]?.value ?? 0, points.at(-1)?.value ?? 1];
  const x = (value: number) =>
    edge.left + ((value - lowest) / (highest - lowest || 1)) * (width - edge.left - edge.right);
  const y = (level: number) => height - edge.bottom - ((level - 1) / 4) * (height - edge.top - edge.bottom);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={mappingText(name, points)}
    >
      {[1, 2, 3, 4, 5].map((level) => (
        <g key={level}>
          <line x1={edge.left} x2={width - edge.right} y1={y(level)} y2={y(level)} stroke="var(--rule)" />
          <text x={2} y={y(level) + 4} fontSize={11} fill="var(--ink-3)">
            {level}
          </text>
        </g>
      ))}
      <polyline
        points={points.map(({ value, level }) => `${x(value)},${y(level)}`).join(" ")}
        fill="none"
        stroke="var(--line)"
        strokeWidth={2}
      />
      {points.map(({ value, level }) => (
        <circle key={value} cx={x(value)} cy={y(level)} r={3} fill="var(--line)" />
      ))}
      <text x={edge.left} y={height - 3} fontSize={11} fill="var(--ink-3)">
        {lowest}
      </text>
      <text x={width - edge.right} y={height - 3} fontSize={11} textAnchor="end" fill="var(--ink-3)">
        {highest}
      </text>
    </svg>
  );
}

/** The points in words, as "0 is level 1, 25 is level 2". */
export const mappingText = (name: string, points: readonly ScalePoint[]) =>
  `${name}: ${points.map(({ value, level }) => `${value} is level ${level}`).join(", ")}`;
