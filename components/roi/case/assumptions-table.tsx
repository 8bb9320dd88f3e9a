import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { CaseDesk } from "@/lib/roi/case/read-case-desk";
import type { AssumptionState, InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { usedIds } from "@/lib/roi/results/signatures-of";
import { isStated } from "@/lib/roi/results/stated-text";
import { assumptionCells } from "./assumption-cells";
import { AssumptionDialog } from "./assumption-dialog";
import { SignDialog } from "./sign-dialog";

type AssumptionsTableProps = { money: InitiativeMoney; desk: CaseDesk; formats: Formats };

/** Everything the figures take for granted, with who answers for it and what finance said of it. */
export function AssumptionsTable({ money, desk, formats }: AssumptionsTableProps) {
  const used = usedIds(money);
  const isActing = desk.may.edit || desk.may.sign;
  const titleOf = ({ id, lineId, key }: AssumptionState) =>
    money.lines.find((line) => line.id === lineId)?.title ??
    (isShared({ id, key }, desk) ? "The whole organisation" : "The whole case");
  return (
    <DataTable
      id="assumptions"
      caption="Assumptions"
      hideCaption
      csv={`${money.code}-assumptions.csv`}
      columns={[
        { id: "what", header: "Assumption", rowHeader: true },
        { id: "value", header: "Value" },
        { id: "range", header: "Range", wide: true },
        { id: "source", header: "Source", wide: true },
        { id: "owner", header: "Owner", wide: true },
        { id: "signed", header: "Finance" },
        { id: "of", header: "Of", fileOnly: true },
        ...(isActing ? [{ id: "change", header: "Change", screenOnly: true }] : []),
      ]}
      rows={money.assumptions.map((one) => ({
        id: one.id,
        cells: {
          what: {
            text: one.label,
            node: (
              <>
                {one.label}
                <span className="block text-caption font-normal text-ink-3">{titleOf(one)}</span>
              </>
            ),
          },
          of: titleOf(one),
          ...assumptionCells(one, formats, used.has(one.id)),
          ...(isActing && {
            change: { text: "", node: <Acts one={one} desk={desk} initiativeId={money.initiativeId} /> },
          }),
        },
      }))}
    />
  );
}

/** Of the organisation, also before anybody has stated it. */
const isShared = ({ id, key }: Pick<AssumptionState, "id" | "key">, { shared }: CaseDesk) =>
  shared.includes(id) || (id === `unstated ${key}` && (key === "discount_rate" || key === "full_time_hours"));

function Acts({ one, desk, initiativeId }: { one: AssumptionState; desk: CaseDesk; initiativeId: string }) {
  const { may, own, suggestions } = desk;
  return (
    <span className="flex flex-wrap gap-x-3">
      {isShared(one, desk) && may.edit ? (
        <Link className="link" href="/roi/assumptions" aria-label={`${one.label}, for the whole organisation`}>
          Organisation
        </Link>
      ) : may.edit ? (
        <AssumptionDialog
          key={`${one.id} ${one.revision}`}
          assumption={one}
          initiativeId={initiativeId}
          suggestion={one.lineId ? suggestions[one.lineId]?.[one.key] : undefined}
        />
      ) : null}
      {may.sign && isStated(one) && !own.includes(one.id) ? (
        <SignDialog key={`sign ${one.id} ${one.revision} ${one.signature.state}`} assumption={one} />
      ) : null}
    </span>
  );
}
