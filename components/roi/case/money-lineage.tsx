import Link from "next/link";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";

type MoneyLineageProps = { money: InitiativeMoney; mayReadData: boolean; formats: Formats };

/** Where every figure of the case comes from, down to the rows as far as the reader's role goes. */
export function MoneyLineage({ money, mayReadData, formats }: MoneyLineageProps) {
  const { evaluation, case: given, result, resultId, computedAt } = money;
  const rows: [string, React.ReactNode][] = [
    [
      "Effects",
      evaluation ? (
        <>
          <Link className="link" href={initiativeHref(money.initiativeId)}>
            The evaluation
          </Link>{" "}
          of {formats.moment(evaluation.evaluatedAt)}, data {evaluation.dataVersion.slice(0, 19)}
        </>
      ) : (
        "No evaluation that may be shown"
      ),
    ],
    [
      "People",
      <>
        {formats.number(money.people)} people the programme was meant for, by{" "}
        <Link className="link" href={initiativeHref(money.initiativeId, "people")}>
          arm
        </Link>
      </>,
    ],
    [
      "Costs",
      <>
        {formats.number(given.costs.length)} entries of{" "}
        <a className="link" href="#money-ledger">
          the ledger
        </a>
      </>,
    ],
    [
      "Values",
      <>
        {formats.number(money.used)}{" "}
        <a className="link" href="#money-assumptions">
          assumptions
        </a>{" "}
        behind what is counted, {formats.number(money.signed)} of them signed
      </>,
    ],
    [
      "Rows",
      mayReadData ? (
        <>
          <Link className="link" href="/data">
            The files
          </Link>{" "}
          that KPI values, people and costs came with
        </>
      ) : (
        "The files themselves are with L&D and administrators; what is above is as far as your role goes"
      ),
    ],
    [
      "Computed",
      `${formats.moment(computedAt)}, ${formats.number(result.draws)} draws, seed ${given.seed}, result ${resultId.slice(0, 8)}`,
    ],
  ];
  return (
    <dl className="grid max-w-prose grid-cols-[5rem_1fr] gap-x-4 gap-y-1 text-table">
      {rows.map(([term, meaning]) => (
        <div key={term} className="contents">
          <dt className="text-ink-3">{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
