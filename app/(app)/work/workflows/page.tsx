import type { Metadata } from "next";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { PeriodNote } from "@/components/work/period-note";
import { WorkTabs } from "@/components/work/work-tabs";
import { AddWorkflow } from "@/components/work/workflows/add-workflow";
import { HandOffsTable } from "@/components/work/workflows/hand-offs-table";
import { PickerTable } from "@/components/work/workflows/picker-table";
import { TypesTable } from "@/components/work/workflows/types-table";
import { isTold } from "@/lib/prepared/told";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readPicker } from "@/lib/work/picker/read-picker";
import { readWorkRoles } from "@/lib/work/read-work-roles";
import { readHandOffs } from "@/lib/work/workflows/read-hand-offs";
import { readTicketTypes } from "@/lib/work/workflows/read-ticket-types";

export const metadata: Metadata = { title: "Workflows" };

export default async function WorkflowsPage() {
  const viewer = await viewerFor("work.read");
  const [picker, hand, tickets, roles, formats] = await Promise.all([
    readPicker(viewer),
    readHandOffs(viewer),
    readTicketTypes(viewer),
    readWorkRoles(viewer, null),
    viewerFormats(),
  ]);
  return (
    <>
      <PageHeader
        title="Workflows"
        lead="The real flow of work of a role. Begin where it visibly hurts and where it can be shown to get better."
        actions={picker.editing ? <AddWorkflow roles={roles} /> : null}
      />
      <WorkTabs current="/work/workflows" />
      <Section
        title="Where to begin"
        id="picker"
        lead={
          <>
            <p className="mb-2">
              Pain (errors, delay, dependence on others: three points each) times measurability (work events, a KPI,
              observations: a point each). What is not known counts as none.
            </p>
            {picker.period ? <PeriodNote {...picker} period={picker.period} formats={formats} /> : null}
          </>
        }
      >
        <AnswerState told={picker.told} formats={formats} />
        {!isTold(picker.told) ? null : picker.candidates.length === 0 ? (
          <AwaitsData roles={viewer.roles} title="Nothing to choose from yet">
            Workflows somebody has mapped stand here, and roles with work on file (work_events.csv).
          </AwaitsData>
        ) : (
          <PickerTable candidates={picker.candidates} formats={formats} />
        )}
      </Section>
      {tickets.types.length > 0 ? (
        <Section
          title="Which type of ticket loses most time?"
          id="types"
          lead="By case_type of work_events.csv: hours its cases waited between one person and the next, how its jobs ended, and the hand-off in which most of the waiting passes, with the range its median lies in."
        >
          <TypesTable types={tickets.types} minimum={tickets.minimum} formats={formats} />
        </Section>
      ) : null}
      <Section
        title="Which hand-off takes longest?"
        id="hand-offs"
        lead="From the end of one person's step of a case to the start of the next by somebody else. Where both worked at once nothing is counted."
      >
        {!isTold(hand.told) ? null : hand.handOffs.length === 0 ? (
          <AwaitsData roles={viewer.roles} title="No case is on file">
            With case_id (and case_type) in work_events.csv, pieces of work that belong together tell how long each
            waits for the next person.
          </AwaitsData>
        ) : (
          <HandOffsTable handOffs={hand.handOffs} minimum={hand.minimum} formats={formats} />
        )}
      </Section>
    </>
  );
}
