import type { Capability } from "@/lib/capability/map";

type EvidenceBarProps = { capability: Pick<Capability, "neededTold" | "evidenced" | "applied"> };

/** All that is needed as one bar: seen at the level needed (full), seen below it (half), not seen (outline). The numbers stand beside it. */
export function EvidenceBar({ capability: { neededTold, evidenced, applied } }: EvidenceBarProps) {
  const width = (part: number) => `${neededTold === 0 ? 0 : (100 * part) / neededTold}%`;
  return (
    <span aria-hidden="true" className="flex h-2 w-full min-w-16 border border-rule-2">
      <span style={{ width: width(applied ?? 0) }} className="bg-line" />
      <span style={{ width: width((evidenced ?? 0) - (applied ?? 0)) }} className="bg-line/40" />
    </span>
  );
}
