import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import type { ProgrammePart } from "@/lib/programmes/kinds";
import { type Choices, type Programme, type ProgrammeItem, progressOf } from "@/lib/programmes/programme";
import { FillItems } from "./fill-items";
import { ItemForm } from "./item-form";
import { ItemRow } from "./item-row";
import { partWords } from "./words";

type PartSectionProps = {
  initiativeId: string;
  part: ProgrammePart;
  items: readonly ProgrammeItem[];
  programme: Programme;
  choices: Choices | null;
  today: string;
  formats: Formats;
  children?: ReactNode;
};

/** One part of the ninety days: how far it is, what stands before its steps, and the steps. */
export function PartSection(props: PartSectionProps) {
  const { initiativeId, part, items, programme, choices, today, formats, children } = props;
  const { title, lead } = partWords[part];
  const { done, of } = progressOf(items);
  return (
    <Section
      title={title}
      id={part}
      lead={`${lead} ${formats.number(done)} of ${formats.number(of)} done.`}
      actions={
        choices ? (
          <>
            {part === "days_31_60" ? <FillItems initiativeId={initiativeId} /> : null}
            <ItemForm initiativeId={initiativeId} part={part} choices={choices} item={null} />
          </>
        ) : null
      }
    >
      {children}
      <ul>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            initiativeId={initiativeId}
            item={item}
            facts={(item.key && programme.facts[item.key]) || []}
            choices={choices}
            today={today}
          />
        ))}
      </ul>
    </Section>
  );
}
