import type { RungId } from "@/lib/evaluation/ladder/ladder";
import type { Verdict } from "./measure-verdict";

export type RungFound = { id: RungId; verdict: Verdict };

/** Why a layer usually does not move; the last two where the layer before it is not known, so that two causes are left. */
export type Cause =
  | "adoption"
  | "leading"
  | "transfer"
  | "process"
  | "wrong_kpi_or_early"
  | "transfer_or_process"
  | "earlier_or_wrong_kpi";

export type Finding =
  | {
      kind: "broken";
      at: RungId;
      /** It moved, and to the wrong side. */
      worse: boolean;
      cause: Cause;
      /** Layers before it that moved, and those of which nobody can say. */
      held: RungId[];
      gaps: RungId[];
      /** Layers after it that moved all the same. */
      yet: RungId[];
    }
  /** Every layer moved. */
  | { kind: "holds"; held: RungId[] }
  /** Nothing is known to be broken; `at` is the first layer of which nobody can say. */
  | { kind: "open"; at: RungId; verdict: Verdict; held: RungId[]; gaps: RungId[] }
  | { kind: "too_early" }
  | { kind: "withheld" };

/** The layers a chain can break at, in order. Careers come too late to break it. */
const chain: readonly RungId[] = ["reached", "understood", "applied", "in_work", "business"];

/** The first layer that did not move, and why that usually is. A layer nobody can tell of breaks nothing, but is named. */
export function firstBrokenLink(rungs: readonly RungFound[]): Finding {
  const found = chain.map((id) => ({ id, verdict: rungs.find((rung) => rung.id === id)?.verdict ?? "unknown" }));
  const moved = (list: readonly RungFound[]) => list.filter(({ verdict }) => verdict === "moved").map(({ id }) => id);
  const gaps = (list: readonly RungFound[]) => list.filter(({ verdict }) => !decided(verdict)).map(({ id }) => id);
  const at = found.findIndex(({ verdict }) => verdict === "flat" || verdict === "worse");
  const broken = found[at];
  if (broken) {
    const before = found.slice(0, at);
    return {
      kind: "broken",
      at: broken.id,
      worse: broken.verdict === "worse",
      cause: causeOf(broken.id, gaps(before)),
      held: moved(before),
      gaps: gaps(before),
      yet: moved(found.slice(at + 1)),
    };
  }
  const held = moved(found);
  if (held.length === chain.length) return { kind: "holds", held };
  const open = found.filter(({ verdict }) => verdict !== "moved");
  if (held.length === 0 && open.some(({ verdict }) => verdict === "too_early")) return { kind: "too_early" };
  if (held.length === 0 && open.some(({ verdict }) => verdict === "withheld")) return { kind: "withheld" };
  const [first] = open;
  return { kind: "open", at: first?.id ?? "reached", verdict: first?.verdict ?? "unknown", held, gaps: gaps(found) };
}

const decided = (verdict: Verdict) => verdict === "moved" || verdict === "flat" || verdict === "worse";

function causeOf(at: RungId, gaps: readonly RungId[]): Cause {
  if (at === "reached") return "adoption";
  if (at === "understood") return "leading";
  if (at === "applied") return "transfer";
  // Flat figures are the process's doing only where use and skill are known to be high.
  if (at === "in_work") return gaps.includes("applied") || gaps.includes("reached") ? "transfer_or_process" : "process";
  return gaps.includes("in_work") ? "earlier_or_wrong_kpi" : "wrong_kpi_or_early";
}
