"use client";
import { FactsTable } from "@/components/ui/facts-table";
import { useFormats } from "@/components/ui/formats-provider";
import { StateText } from "@/components/ui/state-text";
import { statusWords } from "@/lib/evidence/explanation";
import type { RulesPreview, StatusMove } from "@/lib/evidence/preview-rules";

/** Which skill states other rules would change, counted. */
export function PreviewMoves({ preview }: { preview: RulesPreview }) {
  const formats = useFormats();
  const { states, people, everybody, changed, minimum, moves } = preview;
  const whose =
    people < everybody
      ? `In a fixed sample of ${formats.number(people)} of ${formats.number(everybody)} people`
      : `Of ${formats.number(people)} people`;
  const word = (status: StatusMove["from"]) => (status === null ? "No evidence" : statusWords[status]);
  if (moves.length === 0) {
    return (
      <p role="status" className="border-l-4 border-rule-2 bg-paper-2 px-4 py-3">
        {whose}, none of {formats.number(states)} skill states would have another status today. Levels, strengths and
        margins may differ all the same.
      </p>
    );
  }
  const hidden = moves.some((move) => move.states === null);
  return (
    <div className="border-l-4 border-rule-2 bg-paper-2 px-4 py-3">
      <p className="mb-2 font-semibold">
        {changed === null
          ? `${whose}, too few skill states would change to say how many.`
          : `${whose}, ${formats.number(changed)}${hidden ? " or more" : ""} of ${formats.number(states)} skill states would change status today.`}
      </p>
      <FactsTable
        caption="Skill states by status now and then"
        hideCaption
        columns={[
          { id: "from", header: "Now", rowHeader: true },
          { id: "to", header: "Then" },
          { id: "states", header: "Skill states", align: "end" },
        ]}
        rows={moves.map((move) => ({
          id: `${move.from} ${move.to}`,
          cells: {
            from: word(move.from),
            to: word(move.to),
            states:
              move.states === null
                ? { text: "Withheld", node: <StateText state="withheld" minimum={minimum} /> }
                : formats.number(move.states),
          },
        }))}
      />
    </div>
  );
}
