import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { DecisionLog } from "@/lib/decisions/read-decisions";
import type { Formats } from "@/lib/format/formats";
import { DecisionTable } from "./decision-table";
import { RecordDecision } from "./record-decision";

type DecisionsSectionProps = {
  initiative: { id: string; title: string };
  log: DecisionLog;
  viewerName: string;
  formats: Formats;
};

/** What was decided about one initiative, on what evidence, and the way to record another decision. */
export function DecisionsSection({ initiative, log, viewerName, formats }: DecisionsSectionProps) {
  const { decisions, choices, today } = log;
  return (
    <Section
      title="Decisions"
      id="decisions"
      lead="What was decided about it, with the evidence of that day, and what happened after."
      actions={
        choices ? (
          <RecordDecision about={initiative} choices={[]} viewerName={viewerName} today={today} look="secondary" />
        ) : null
      }
    >
      {decisions.length === 0 ? (
        <Empty title="Nothing has been decided about it yet" />
      ) : (
        <DecisionTable
          id="decisions"
          caption="Decisions about this initiative"
          decisions={decisions}
          today={today}
          ofOne
          editing={choices !== null}
          formats={formats}
        />
      )}
    </Section>
  );
}
