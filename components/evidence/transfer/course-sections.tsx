import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { Section } from "@/components/ui/section";
import type { Viewer } from "@/lib/access/viewer";
import type { ToldTransfer } from "@/lib/evidence/transfer/read-transfer";
import type { Formats } from "@/lib/format/formats";
import { TransferPlaces, TransferTable } from "./transfer-table";

type CourseSectionsProps = { found: ToldTransfer; roles: Viewer["roles"]; formats: Formats };

/** Whether what a course taught is seen at work afterwards, course by course, and for one of them by role and site. */
export function CourseSections({ found: { told, transfer }, roles, formats }: CourseSectionsProps) {
  const hrefOf = (courseId: string) => `/skills/evidence/sources?course=${courseId}#course`;
  return (
    <>
      {transfer?.chosen ? (
        <Section title={transfer.chosen.title} id="course" lead="By role and site, the same people and days.">
          <TransferPlaces chosen={transfer.chosen} formats={formats} />
        </Section>
      ) : null}
      <Section
        title="Course by course"
        id="courses"
        lead={
          transfer
            ? `Of those who passed, completed or were certified by it from ${formats.date(transfer.from)} to ${formats.date(transfer.asOf)}, and whose role needs its skill: how many were seen applying it at work after that day, at the level needed, by evidence that still counts. Whoever passed lately has had little time. Nothing is said of fewer than ${transfer.minimum} people, nor of how they stand where fewer were seen. A description: others may have been chosen for it, or learned elsewhere.`
            : undefined
        }
      >
        <AnswerState told={told} formats={formats} />
        {transfer && transfer.courses.length > 0 ? (
          <TransferTable transfer={transfer} hrefOf={hrefOf} formats={formats} />
        ) : told.kind === "current" || told.kind === "older" ? (
          <AwaitsData roles={roles} title="Nobody has passed a course of a skill their role needs">
            Which skill an activity is for comes with activities.csv; who passed, with learning_events.csv.
          </AwaitsData>
        ) : null}
      </Section>
    </>
  );
}
