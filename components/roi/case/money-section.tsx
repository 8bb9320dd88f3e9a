import Link from "next/link";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { CaseDesk } from "@/lib/roi/case/read-case-desk";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { AddLine } from "./add-line";
import { AssumptionsTable } from "./assumptions-table";
import { BreakEven } from "./break-even";
import { CostDialog } from "./cost-dialog";
import { LedgerTable } from "./ledger-table";
import { LinesTable } from "./lines-table";
import { MoneyHeadline } from "./money-headline";
import { MoneyLineage } from "./money-lineage";
import { NetHistogram } from "./net-histogram";
import { TornadoTable } from "./tornado-table";
import { WhatIf } from "./what-if";

type MoneySectionProps = {
  money: InitiativeMoney | null;
  desk: CaseDesk | null;
  mayReadData: boolean;
  today: string;
  formats: Formats;
};

/** What an initiative cost, what of its benefit is counted and on which assumptions, and what else it could come to. */
export function MoneySection({ money, desk, mayReadData, today, formats }: MoneySectionProps) {
  if (!money || !desk) {
    return (
      <Section title="Money" id="money">
        <Empty title="An exploration has no case of its own">
          Its costs and benefits stand with the initiative it looks at again.
        </Empty>
      </Section>
    );
  }
  const { result, used, signed } = money;
  const { edit } = desk.may;
  const isCounted = result.lines.some(({ counted }) => counted);
  return (
    <Section
      title="Money"
      id="money"
      lead={
        isCounted
          ? `What it is worth by the conservative rules, over ${result.years === 1 ? "the first year" : `${formats.number(result.years)} years`}. Ranges hold 95% of the draws.`
          : "What it cost, and what is missing before any benefit may be counted."
      }
      actions={
        edit ? (
          <>
            {desk.kpis.length > 0 ? <AddLine initiativeId={money.initiativeId} kpis={desk.kpis} /> : null}
            <CostDialog target={{ initiativeId: money.initiativeId }} currency={money.case.currency} today={today} />
          </>
        ) : null
      }
    >
      <p className="mb-4">
        {used === 0 ? (
          <StatusText status="unknown">Nothing is counted, so nothing is signed</StatusText>
        ) : signed === used ? (
          <StatusText status="pass">All {formats.number(used)} assumptions behind it are signed</StatusText>
        ) : (
          <StatusText status="warn">
            {formats.number(used - signed)} of the {formats.number(used)} assumptions behind it{" "}
            {used - signed === 1 ? "is" : "are"} not signed
          </StatusText>
        )}
      </p>
      <MoneyHeadline
        result={result}
        unconverted={money.unconverted.length}
        ableUnknown={money.ableUnknown}
        formats={formats}
      />
      <h3 className="mb-2 text-lead">Where it comes from</h3>
      <p className="mb-3">
        <Link className="link" href={initiativeHref(money.initiativeId, "lineage")}>
          Where these figures come from, down to the rows
        </Link>
      </p>
      <div className="mb-8">
        <LinesTable money={money} desk={desk} formats={formats} />
      </div>
      {isCounted ? (
        <>
          <NetHistogram money={money} formats={formats} />
          <TornadoTable money={money} formats={formats} />
          <BreakEven money={money} formats={formats} />
        </>
      ) : null}
      <h3 className="mb-2 scroll-mt-20 text-lead" id="money-ledger">
        What it cost
      </h3>
      <div className="mb-8">
        <LedgerTable money={money} ledger={desk.ledger} mayEdit={edit} today={today} formats={formats} />
      </div>
      <h3 className="mb-2 scroll-mt-20 text-lead" id="money-assumptions">
        What is taken for granted
      </h3>
      <div className="mb-8">
        <AssumptionsTable money={money} desk={desk} formats={formats} />
      </div>
      {money.lines.length > 0 || money.case.costs.length > 0 ? (
        <div className="screen-only mb-6">
          <Disclosure summary="Try other values and rules">
            <div className="pt-4">
              <WhatIf key={money.digest} money={money} desk={desk} />
            </div>
          </Disclosure>
        </div>
      ) : null}
      <Disclosure summary="Where every figure comes from">
        <MoneyLineage money={money} mayReadData={mayReadData} formats={formats} />
      </Disclosure>
    </Section>
  );
}
