import type { TransferTable } from "@/lib/evaluation/ladder/ladder";
import { riskDifferenceNewcombe, wilsonInterval } from "@/lib/stats/newcombe";

type Share = { count: number; of: number; share: number; interval: [number, number] };

/** A table of training against work as shares, or too few people in one of its cells to show any. */
export type TransferShares =
  | { kind: "withheld" }
  | {
      kind: "shares";
      people: number;
      /** Did well in training and are below the median at work. */
      falsePositive: Share;
      /** Did worse in training and are above the median at work. */
      reverse: Share;
      /** Share that does well at work, those who did well in training less the others. */
      gap: { value: number; interval: [number, number] };
      /** Whether doing well in training tells anything about work: more, less, or nothing that could be shown. */
      tells: "more" | "less" | "nothing";
    };

/** Shares with Wilson intervals, their difference with Newcombe's. People count as independent. */
export function transferShares({ cells }: TransferTable, minimum: number, confidence: number): TransferShares {
  const { strong_good, strong_poor, weak_good, weak_poor } = cells;
  if (Object.values(cells).some((count) => count < minimum)) return { kind: "withheld" };
  const [strong, weak] = [strong_good + strong_poor, weak_good + weak_poor];
  const difference = riskDifferenceNewcombe(
    { treated: { n: strong, events: strong_good }, control: { n: weak, events: weak_good } },
    confidence,
  );
  if (strong === 0 || weak === 0 || difference.kind !== "estimate") return { kind: "withheld" };
  const share = (count: number, of: number): Share => ({
    count,
    of,
    share: count / of,
    interval: wilsonInterval({ n: of, events: count }, confidence),
  });
  const [low, high] = difference.interval;
  return {
    kind: "shares",
    people: strong + weak,
    falsePositive: share(strong_poor, strong),
    reverse: share(weak_good, weak),
    gap: { value: difference.estimate, interval: difference.interval },
    tells: low > 0 ? "more" : high < 0 ? "less" : "nothing",
  };
}
