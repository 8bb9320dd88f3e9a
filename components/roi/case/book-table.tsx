"use client";
import { DataTable } from "@/components/ui/data-table";
import { useFormats } from "@/components/ui/formats-provider";
import { Empty } from "@/components/ui/states";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { AssumptionBook, BookedAssumption } from "@/lib/roi/case/read-assumption-book";
import { isStated } from "@/lib/roi/results/stated-text";
import { assumptionCells } from "./assumption-cells";
import { AssumptionDialog } from "./assumption-dialog";
import { SignDialog } from "./sign-dialog";

type BookTableProps = {
  /** Its name in the address. */
  id: string;
  caption: string;
  rows: readonly BookedAssumption[];
  book: Pick<AssumptionBook, "may">;
};

/** Assumptions of one or all initiatives, to state and to sign. Plain rows come in and are drawn here a page at a time: there may be thousands. */
export function BookTable({ id, caption, rows, book }: BookTableProps) {
  const formats = useFormats();
  const { may } = book;
  const isActing = may.edit || may.sign;
  const hasInitiative = rows.some(({ initiative }) => initiative !== null);
  return (
    <DataTable
      id={id}
      caption={caption}
      hideCaption
      csv={`${id}.csv`}
      empty={<Empty title="None of these" />}
      columns={[
        { id: "what", header: "Assumption", rowHeader: true },
        ...(hasInitiative ? [{ id: "initiative", header: "Initiative" }] : []),
        { id: "value", header: "Value" },
        { id: "range", header: "Range", wide: true },
        { id: "source", header: "Source", wide: true },
        { id: "owner", header: "Owner", wide: true },
        { id: "signed", header: "Finance" },
        ...(isActing ? [{ id: "change", header: "Change", screenOnly: true }] : []),
      ]}
      rows={rows.map((one) => ({
        id: one.id,
        cells: {
          what: {
            text: one.line ? `${one.label}: ${one.line}` : one.label,
            node: (
              <>
                {one.label}
                {one.line ? <span className="block text-caption font-normal text-ink-3">{one.line}</span> : null}
              </>
            ),
          },
          ...(hasInitiative && {
            initiative: one.initiative
              ? { text: one.initiative.title, href: initiativeHref(one.initiative.id, "money") }
              : null,
          }),
          ...assumptionCells(one, formats, true),
          ...(isActing && {
            change: {
              text: "",
              node: (
                <span className="flex flex-wrap gap-x-3">
                  {may.edit ? (
                    <AssumptionDialog
                      key={`${one.id} ${one.revision}`}
                      assumption={one}
                      initiativeId={one.initiative?.id ?? null}
                    />
                  ) : null}
                  {may.sign && isStated(one) && !one.own ? (
                    <SignDialog key={`sign ${one.id} ${one.revision} ${one.signature.state}`} assumption={one} />
                  ) : null}
                </span>
              ),
            },
          }),
        },
      }))}
    />
  );
}
