import Link from "next/link";
import { firstNamed } from "@/lib/format/first-named";
import type { Formats } from "@/lib/format/formats";
import { formatMoney } from "@/lib/format/number";
import type { Unconverted } from "@/lib/roi/results/initiative-money";

type UnconvertedNoteProps = { costs: readonly (Unconverted & { title?: string })[]; formats: Formats };

/** Which costs are in no sum, why, and where that is mended. Nothing where there are none. */
export function UnconvertedNote({ costs, formats }: UnconvertedNoteProps) {
  if (costs.length === 0) return null;
  const names = costs.map(({ title, item, amount, currency }) => {
    const of = title === undefined ? "" : ` of ${title}`;
    return `${item}${of} (${formatMoney(formats.locale, amount, currency)})`;
  });
  return (
    <p className="mt-1 max-w-prose font-medium text-worse">
      Not in any sum, because nobody entered a rate for their day: {firstNamed(names)}. Rates are entered under{" "}
      <Link className="link" href="/roi/rates">
        Exchange rates
      </Link>
      .
    </p>
  );
}
