"use client";
import { nobody } from "@/components/choices/search-choice";
import { UserChoice } from "@/components/choices/user-choice";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Choice } from "@/lib/access/choosing/choosable";
import { changeProgrammeAction, startProgrammeAction } from "@/lib/programmes/actions";
import type { Choices, Programme } from "@/lib/programmes/programme";

type ProgrammeFormProps = {
  initiativeId: string;
  choices: Choices;
  today: string;
  /** Null: it begins. */
  programme: Pick<Programme, "startsOn" | "workflow" | "lead" | "pain"> | null;
};
type Typed = Record<"startsOn" | "workflowId" | "pain", string> & { lead: Choice };

const nobodyYet = { ...nobody, name: "Nobody yet" };

/** Begins the ninety days, or changes their first day, workflow, pain or lead. */
export function ProgrammeForm({ initiativeId, choices, today, programme }: ProgrammeFormProps) {
  const { workflows } = choices;
  const was = programme && {
    startsOn: programme.startsOn,
    workflowId: programme.workflow?.id ?? null,
    leadId: programme.lead?.id ?? null,
    pain: programme.pain,
  };
  const verb = was ? "Change" : "Begin the ninety days";
  return (
    <DialogForm<Typed, void>
      title={was ? "Change the programme" : "Begin the ninety days"}
      description={
        was
          ? "What is open moves with the first day; what is done stays."
          : "One workflow, thirty days to understand it, thirty to build, thirty to see what came of it."
      }
      trigger={(opening) => (
        <Button look={was ? "secondary" : "primary"} {...opening}>
          {verb}
        </Button>
      )}
      initial={{
        startsOn: was?.startsOn ?? today,
        workflowId: was?.workflowId ?? "",
        lead: programme?.lead ? { ...programme.lead, hint: null } : nobodyYet,
        pain: was?.pain ?? "",
      }}
      submit={was ? "Save" : "Begin"}
      send={({ lead, ...typed }) => {
        const input = { ...typed, initiativeId, leadId: lead.id || null };
        return was ? changeProgrammeAction({ ...input, was }) : startProgrammeAction(input);
      }}
      done={() => (was ? ["Saved", "The programme was changed."] : ["Begun", "Its steps and reviews are planned."])}
    >
      {({ typed, set, control, errors }) => (
        <>
          <Field
            label="Workflow"
            required
            error={errors.workflowId}
            hint="One, and something in it is counted: onboarding, exceptions, escalations"
          >
            <Select
              options={[
                { value: "", label: "Choose the workflow" },
                ...workflows.map(({ id, name, role }) => ({ value: id, label: `${name} (${role})` })),
              ]}
              {...control("workflowId")}
            />
          </Field>
          <Field label="What hurts, and how it is counted" required error={errors.pain}>
            <Textarea rows={3} {...control("pain")} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="First day" required error={errors.startsOn}>
              <Input type="date" {...control("startsOn")} />
            </Field>
            <Field label="Led by" error={errors.leadId}>
              <UserChoice to="programme" value={typed.lead} fixed={[nobodyYet]} onChoose={(lead) => set({ lead })} />
            </Field>
          </div>
        </>
      )}
    </DialogForm>
  );
}
