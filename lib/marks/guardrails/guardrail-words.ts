import type { Formats } from "@/lib/format/formats";
import { missingText, valueText } from "@/lib/scorecard/figure-text";
import type { Tile } from "@/lib/scorecard/scorecard";
import type { Guardrail } from "./guardrail";
import type { JudgedGuardrail } from "./judge-guardrails";

/** The bound as a rule: "no more than 10.0%". */
export function ruleText(formats: Formats, { side, bound, unit }: Pick<Guardrail, "side" | "bound" | "unit">): string {
  return `no ${side === "above" ? "more" : "less"} than ${valueText(formats, { unit }, bound)}`;
}

/** What became of it, as a sign and in words. */
export function standOf(
  formats: Formats,
  { judgement }: JudgedGuardrail,
): { status: "pass" | "fail" | "unknown"; word: string; why: string } {
  if (judgement.kind === "unknown") {
    const why = judgement.state ? missingText(formats, judgement.state) : "Nobody here has this figure";
    return { status: "unknown", word: "Cannot tell", why };
  }
  if (judgement.kind === "crossed")
    return { status: "fail", word: "Crossed", why: judgement.isSure ? "" : doubtOf(judgement.isSure) };
  return {
    status: "pass",
    word: "Holding",
    why: judgement.isSure === false ? "close: its interval reaches across" : "",
  };
}

/** What is to be said of a figure beyond its bound that may be so by chance; null: it has no interval. */
const doubtOf = (isSure: boolean | null) => (isSure === null ? "chance cannot be judged" : "not beyond chance");

/** For the tile of a figure that crosses one; by the id of the tile. */
export function alarmsOf(formats: Formats, judged: readonly JudgedGuardrail[]): Map<string, string> {
  return new Map(
    judged.flatMap((one) =>
      one.tileId && one.judgement.kind === "crossed"
        ? [
            [
              one.tileId,
              `Crosses its guardrail: ${ruleText(formats, one)}${one.judgement.isSure ? "" : `, though ${doubtOf(one.judgement.isSure)}`}`,
            ] as const,
          ]
        : [],
    ),
  );
}

const mostNamed = 3;

/** How the guardrails stand together, and what got better meanwhile: so that an improvement bought with a crossed one is seen. */
export function guardrailSentence(
  judged: readonly JudgedGuardrail[],
  tiles: readonly Pick<Tile, "metric" | "change">[],
  isTime: boolean,
): string {
  const count = (kind: "crossed" | "unknown") => judged.filter(({ judgement }) => judgement.kind === kind).length;
  const [crossed, unknown] = [count("crossed"), count("unknown")];
  const untold = unknown === 0 ? "" : ` ${unknown === 1 ? "One" : unknown} cannot be told.`;
  if (crossed === 0) return `${unknown === judged.length ? "" : "None that can be told is crossed."}${untold}`.trim();
  const better = tiles
    .filter(({ metric, change }) => change.kind !== "none" && change.verdict === "better" && isOutcome(metric.category))
    .map(({ metric }) => metric.name);
  const named = better.slice(0, mostNamed).join(", ");
  const more = better.length > mostNamed ? ` and ${better.length - mostNamed} more` : "";
  // Of what may be crossed by chance nothing can have been bought yet.
  const isSure = judged.some(({ judgement }) => judgement.kind === "crossed" && judgement.isSure !== false);
  const bought =
    better.length === 0
      ? ""
      : ` ${isTime ? "Better meanwhile" : "Better than what it is compared with"}: ${named}${more}. ${isSure ? "Look" : "Should it stay crossed, look"} whether that was bought with it.`;
  return `${crossed} of ${judged.length} ${crossed === 1 ? "is" : "are"} crossed.${untold}${bought}`;
}

const isOutcome = (category: Tile["metric"]["category"]) =>
  category === "skill" || category === "operational" || category === "talent";
