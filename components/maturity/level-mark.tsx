import { classNames } from "@/components/ui/class-names";
import type { Level } from "@/lib/maturity/criteria";

/** Four steps, filled up to the level; the number stands beside them. */
export function LevelMark({ level }: { level: Level }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className="inline-flex items-end gap-0.5">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            style={{ height: 4 + 3 * step }}
            className={classNames("w-1.5 border", step <= level ? "border-line bg-line" : "border-rule-2")}
          />
        ))}
      </span>
      <span className="tabular-nums">
        <span className="sr-only">Level </span>
        {level}
      </span>
    </span>
  );
}
