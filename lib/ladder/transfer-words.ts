import type { TransferTable } from "@/lib/evaluation/ladder/ladder";
import type { Formats } from "@/lib/format/formats";
import type { TransferShares } from "./transfer-shares";

type Shares = Extract<TransferShares, { kind: "shares" }>;

const strong = { score: "scored higher", time: "were faster" } as const;
const weak = { score: "scored lower", time: "took longer" } as const;

/** What a table of training against work says, the surprising people first. */
export function transferWords({ by }: TransferTable, shares: Shares, formats: Formats): string {
  const { falsePositive, reverse, tells } = shares;
  const share = ({ share, interval }: Shares["reverse"]) => formats.estimate(share, interval, "share");
  const first = `Of the ${falsePositive.of} who ${strong[by]} in training, ${share(falsePositive)} are in the weaker half at work; of the ${reverse.of} who ${weak[by]}, ${share(reverse)} are in the better half.`;
  const what = by === "score" ? "A high score" : "Being fast in training";
  const end = {
    more: `${what} goes with better work.`,
    less: `${what} goes with worse work.`,
    nothing: `${what} tells nothing about the work that could be shown.`,
  };
  return `${end[tells]} ${first}`;
}

/** `Score over the median (87%)`: what divides people in training. */
export function cutName({ by, cut }: TransferTable, formats: Formats): string {
  if (by === "time") return `Time under the median (${formats.duration(cut.value)})`;
  const level = formats.percent(cut.value, { decimals: 0 });
  return cut.kind === "pass_mark" ? `Score from the pass mark on (${level})` : `Score over the median (${level})`;
}
