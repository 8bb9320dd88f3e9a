import { Section } from "@/components/ui/section";
import type { ProgrammeView } from "@/lib/programmes/read-programme";
import { ItemRow } from "./item-row";
import { PlannedFollowUp } from "./planned-follow-up";

/** What is measured again half a year and a year later, with a programme and without. */
export function FollowUpsSection({ view: { initiative, followUps, choices, today } }: { view: ProgrammeView }) {
  const { kept, planned } = followUps;
  return (
    <Section
      title="Measured again"
      id="repeats"
      lead="Proof that ends with the course is proof of the course. Who learned is looked at again when nobody thinks of it any more."
    >
      {initiative.draft && kept.length === 0 ? (
        <p className="text-ink-2">Planned by itself once it is registered: after six months and after twelve.</p>
      ) : (
        <ul>
          {kept.map((item) => (
            <ItemRow
              key={item.id}
              initiativeId={initiative.id}
              item={item}
              facts={[]}
              choices={choices}
              today={today}
            />
          ))}
          {planned.map((followUp) => (
            <PlannedFollowUp
              key={followUp.key}
              initiativeId={initiative.id}
              followUp={followUp}
              editing={choices !== null}
              today={today}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
