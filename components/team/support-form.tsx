"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Choice } from "@/lib/access/choosing/choosable";
import { logSupportAction } from "@/lib/team/actions";
import { type SupportKind, supportKindWords } from "@/lib/team/support-log/support-words";
import { onlyOf, PersonField, SkillField } from "./choice-fields";

type SupportFormProps = {
  people: readonly Choice[];
  skills: readonly { id: string; name: string }[];
  /** "YYYY-MM-DD" */
  today: string;
  look?: "primary" | "secondary";
};

const kinds = Object.keys(supportKindWords) as SupportKind[];

/** Logs a stretch task, coaching or modelling. */
export function SupportForm({ people, skills, today, look = "secondary" }: SupportFormProps) {
  return (
    <DialogForm
      title="Log what you did"
      description="A stretch task, coaching or modelling. The person sees it; others see how much managers of a group do, never whom it was for."
      trigger={(opening) => (
        <Button look={look} {...opening}>
          Log an action
        </Button>
      )}
      initial={{ person: onlyOf(people), kind: "coaching" as SupportKind, doneOn: today, skillId: "", note: "" }}
      submit="Log it"
      send={({ person, ...typed }) =>
        logSupportAction({
          ...typed,
          personId: person.id,
          skillId: typed.skillId || null,
          note: typed.note || null,
        })
      }
      done={() => ["Logged", "They see it on their own page."]}
    >
      {({ typed, set, control, errors }) => (
        <>
          <PersonField
            label="For"
            choices={people}
            error={errors.personId}
            value={typed.person}
            onChoose={(person) => set({ person })}
          />
          <Field label="What" required error={errors.kind} hint={supportKindWords[typed.kind].means}>
            <Select
              options={kinds.map((value) => ({ value, label: supportKindWords[value].label }))}
              {...control("kind")}
            />
          </Field>
          <Field label="When" required error={errors.doneOn}>
            <Input type="date" {...control("doneOn")} />
          </Field>
          <SkillField choices={skills} error={errors.skillId} control={control("skillId")} />
          <Field label="Note" error={errors.note}>
            <Textarea maxLength={500} {...control("note")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
