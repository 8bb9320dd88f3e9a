"use client";
import { useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { useFormats } from "@/components/ui/formats-provider";
import { Empty } from "@/components/ui/states";
import type { Row } from "@/components/ui/table-types";
import { announce } from "@/components/ui/toaster";
import { deleteCohortAction, freezeCohortAction } from "@/lib/compare/actions";
import type { KeptCohort } from "@/lib/compare/comparison";
import type { Result } from "@/lib/errors";
import { RenameCohort } from "./rename-cohort";

type KeptCohortsProps = {
  cohorts: readonly KeptCohort[];
  /** The period a rule is read in where it is fixed. */
  period: string;
  mayKeep: boolean;
};

/** The cohorts one may use, with what can be done to them. */
export function KeptCohorts({ cohorts, period, mayKeep }: KeptCohortsProps) {
  const formats = useFormats();
  const [pending, startTransition] = useTransition();
  const act = (work: () => Promise<Result<unknown>>, done: string, name: string) =>
    startTransition(async () => {
      const result = await answered(work());
      announce(result.ok ? done : "That did not work", result.ok ? name : result.error.message);
    });
  const rows: Row[] = cohorts.map(({ id, name, frozenOn, createdOn, createdBy, isList }) => ({
    id,
    cells: {
      name,
      what: isList ? "A list of people" : frozenOn ? "People a rule held" : "A rule, asked anew each time",
      fixed: frozenOn ? { text: formats.shortDate(frozenOn), sort: frozenOn } : { text: "Not fixed", sort: "" },
      kept: { text: `${formats.shortDate(createdOn)}${createdBy ? ` by ${createdBy}` : ""}`, sort: createdOn },
      actions: {
        text: "",
        node: mayKeep ? (
          <span className="flex flex-wrap gap-3">
            {frozenOn ? null : (
              <Button
                look="inline"
                disabled={pending}
                aria-label={`Fix the people of ${name}`}
                onClick={() => act(() => freezeCohortAction({ id, period }), "People fixed", name)}
              >
                Fix its people
              </Button>
            )}
            <RenameCohort id={id} name={name} />
            <Button
              look="inline"
              disabled={pending}
              aria-label={`Delete ${name}`}
              onClick={() => act(() => deleteCohortAction({ id }), "Cohort deleted", name)}
            >
              Delete
            </Button>
          </span>
        ) : null,
      },
    },
  }));
  return (
    <DataTable
      id="cohorts"
      caption="Kept cohorts"
      hideCaption
      columns={[
        { id: "name", header: "Name" },
        { id: "what", header: "What it is", wide: true },
        { id: "fixed", header: "Fixed on" },
        { id: "kept", header: "Kept", wide: true },
        ...(mayKeep ? [{ id: "actions", header: "Change", screenOnly: true }] : []),
      ]}
      rows={rows}
      empty={
        <Empty title="No cohort is kept yet">
          {mayKeep
            ? "Keep a group of a comparison under a name, as a rule or with its people fixed, or keep a list of employee ids. It can then be chosen as a group."
            : "Whoever may keep cohorts can give a group a name here; it can then be chosen as a group."}
        </Empty>
      }
    />
  );
}
