"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Choice } from "@/lib/access/choosing/choosable";
import { sendNudgeAction } from "@/lib/team/actions";
import { type NudgeKind, nudgeTemplates } from "@/lib/team/nudges/nudge-words";
import { onlyOf, PersonField, SkillField } from "./choice-fields";

type NudgeFormProps = {
  people: readonly Choice[];
  skills: readonly { id: string; name: string }[];
  nudging: { perPersonPerWeek: number; holdOutShare: number };
};

const kinds = Object.keys(nudgeTemplates) as NudgeKind[];

/** Writes somebody a short word, from a template or in one's own words. */
export function NudgeForm({ people, skills, nudging }: NudgeFormProps) {
  const formats = useFormats();
  const heldBack =
    nudging.holdOutShare > 0
      ? `About ${formats.percent(nudging.holdOutShare, { decimals: 0 })} are held back by lot and never shown, so that it is known whether nudges help; you are not told which.`
      : "None are held back, so their effect is not known.";
  return (
    <DialogForm
      title="Send a nudge"
      description={`At most ${nudging.perPersonPerWeek} for a person and week, from everybody together; none in quiet hours. ${heldBack}`}
      trigger={(opening) => <Button {...opening}>Send a nudge</Button>}
      initial={{ person: onlyOf(people), kind: "practice" as NudgeKind, skillId: "", text: "" }}
      submit="Send it"
      send={({ person, ...typed }) =>
        sendNudgeAction({ ...typed, personId: person.id, skillId: typed.skillId || null })
      }
      done={({ showFrom }) => [
        "Nudge sent",
        `Shown from ${formats.moment(new Date(showFrom))} on, unless lot holds it back.`,
      ]}
    >
      {({ typed, set, control, errors }) => (
        <>
          <PersonField
            label="To"
            choices={people}
            error={errors.personId}
            value={typed.person}
            onChoose={(person) => set({ person })}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Kind" required error={errors.kind}>
              <Select
                options={kinds.map((value) => ({ value, label: nudgeTemplates[value].label }))}
                {...control("kind")}
              />
            </Field>
            <SkillField choices={skills} error={errors.skillId} control={control("skillId")} />
          </div>
          <Templates
            kind={typed.kind}
            skill={skills.find(({ id }) => id === typed.skillId)?.name ?? "this"}
            onChoose={(text) => set({ text })}
          />
          <Field label="Words" required error={errors.text}>
            <Textarea rows={3} maxLength={400} {...control("text")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}

type TemplatesProps = { kind: NudgeKind; skill: string; onChoose(text: string): void };

function Templates({ kind, skill, onChoose }: TemplatesProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-table font-medium">Words to start from</legend>
      <div className="grid gap-1">
        {nudgeTemplates[kind].texts.map((template) => {
          const text = template.replace("{skill}", skill);
          return (
            <Button key={template} look="inline" className="text-left" onClick={() => onChoose(text)}>
              {text}
            </Button>
          );
        })}
      </div>
    </fieldset>
  );
}
