import { isWithheld } from "@/lib/evaluation/headline";
import { findingWords } from "@/lib/ladder/finding-words";
import { firstBrokenLink } from "@/lib/ladder/first-broken-link";
import { verdictOf } from "@/lib/ladder/measure-verdict";
import { rungVerdict } from "@/lib/ladder/rung-verdict";
import { rungNames } from "@/lib/ladder/rung-words";
import type { FoundInitiative } from "@/lib/roi/case/find-initiatives";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import type { AdviceFacts } from "./advice-facts";

/** What the advice on an initiative is computed from. `minimum`: people a shown figure must rest on. */
export function factsOf(money: InitiativeMoney, found: FoundInitiative | null, minimum: number): AdviceFacts {
  const { status, evaluation, result } = money;
  const kept = found?.result ?? null;
  const withheld = kept !== null && isWithheld(kept, minimum);
  const rule = { minimum, confidence: found?.confidence ?? 0.95 };
  const rungs = withheld ? [] : (kept?.ladder.rungs ?? []);
  const measures = rungs.flatMap((rung) => rung.measures).filter(({ source }) => source === "kpi");
  const verdicts = rungs.map((rung) => ({ id: rung.id, verdict: rungVerdict(rung, rule) }));
  const finding = rungs.length > 0 ? firstBrokenLink(verdicts) : null;
  const primary = measures.find(({ role }) => role === "primary");
  const isOver = status === "evaluated" || status === "not evaluated";
  const counted = result.lines.some((line) => line.counted);
  const applied = verdicts.find(({ id }) => id === "applied")?.verdict;
  return {
    status,
    withheld,
    until: isOver ? null : (found?.followUpTo ?? null),
    grade: evaluation?.grade ?? null,
    direction: evaluation?.direction ?? null,
    kpi: primary?.name ?? null,
    flat: primary !== undefined && verdictOf(primary, rule) === "flat",
    broken:
      finding?.kind === "broken"
        ? { at: rungNames[finding.at].inside, sentence: findingWords(finding, null).sentence }
        : null,
    notApplied: applied === "flat" || applied === "worse",
    harmed: measures
      .filter((measure) => measure.role === "secondary" && verdictOf(measure, rule) === "worse")
      .map(({ name }) => name),
    raise: kept?.claim.would_raise ?? [],
    spent: result.cost.total,
    unconverted: money.unconverted,
    net: counted ? result.net : null,
    missing: new Set(result.lines.flatMap((line) => line.missing)).size,
  };
}
