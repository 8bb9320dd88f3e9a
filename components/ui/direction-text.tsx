import type { ReactNode } from "react";

/** `up` is a measure that should rise, `down` one that should fall; null has no better side. */
export type Wanted = "up" | "down" | null;
export type Direction = "better" | "worse" | "flat";

/** What a change means. A falling error rate is better. `flat` also when its interval holds zero. */
export function directionOf(change: number, wanted: Wanted, interval?: readonly [number, number]): Direction {
  if (change === 0 || wanted === null) return "flat";
  if (interval && interval[0] <= 0 && interval[1] >= 0) return "flat";
  return change > 0 === (wanted === "up") ? "better" : "worse";
}

type DirectionTextProps = {
  /** The change itself; decides the arrow. */
  change: number;
  wanted: Wanted;
  /** When given and it holds zero, the change reads as flat. */
  interval?: readonly [number, number];
  /** The change as text, for example "+9.0 points". */
  children: ReactNode;
};

const colours: Record<Direction, string> = { better: "text-better", worse: "text-worse", flat: "text-flat" };
const words: Record<Direction, string> = { better: "better", worse: "worse", flat: "no clear change" };

/** A change with its arrow and its word, so that colour never stands alone. */
export function DirectionText({ change, wanted, interval, children }: DirectionTextProps) {
  const direction = directionOf(change, wanted, interval);
  const word = wanted === null ? null : words[direction];
  return (
    <span className={colours[direction]}>
      {direction === "flat" && word ? null : <span aria-hidden="true">{arrowOf(change, direction)} </span>}
      <span className="tabular-nums">{children}</span>
      {word ? ` ${word}` : null}
    </span>
  );
}

function arrowOf(change: number, direction: Direction): string {
  if (direction === "flat" && change === 0) return "→";
  return change > 0 ? "↑" : "↓";
}
