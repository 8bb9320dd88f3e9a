import Link from "next/link";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";

/** What it was worth in one line under what may be said, with the way to where it comes from. Nothing where nothing is counted. */
export function WorthLine({ money, formats }: { money: InitiativeMoney | null; formats: Formats }) {
  if (!money?.result.lines.some(({ counted }) => counted)) return null;
  const { benefit, cost, years } = money.result;
  const [low, high] = benefit.interval.map((end) => moneyText(end, formats));
  const over = years === 1 ? "in the first year" : `over ${formats.number(years)} years`;
  return (
    <p className="mb-8 max-w-prose text-lead">
      Worth{" "}
      <Link className="link" href={initiativeHref(money.initiativeId, "money")}>
        {low} to {high}
      </Link>{" "}
      {over}
      {cost.total > 0 ? `, for ${moneyText(cost.total, formats)} spent` : "; what was spent is not known"}.
    </p>
  );
}
