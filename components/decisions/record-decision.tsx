"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { recordDecisionAction } from "@/lib/decisions/actions";
import { type DecisionKind, kinds } from "@/lib/decisions/kinds";
import { kindMeaning } from "./decision-words";

type RecordDecisionProps = {
  /** What it may be about; one alone is chosen already. */
  choices: readonly { id: string; title: string }[];
  /** The initiative whose page this is; null on the log. */
  about: { id: string; title: string } | null;
  viewerName: string;
  /** 'YYYY-MM-DD'. */
  today: string;
  look?: "primary" | "secondary";
  /** What is proposed, where the place it is recorded from knows. */
  proposed?: { kind: DecisionKind; title: string; reason: string };
};

type Typed = Record<"initiativeId" | "kind" | "title" | "reason" | "decidedBy" | "decidedOn" | "reviewOn", string>;

const chosenKind = (value: string) => kinds.find((kind) => kind === value) ?? "other";

/** Records what was decided; the evidence of the moment is kept by the server. */
export function RecordDecision({ choices, about, viewerName, today, look, proposed }: RecordDecisionProps) {
  const initial: Typed = {
    initiativeId: about?.id ?? "",
    kind: proposed?.kind ?? "scale",
    title: proposed?.title ?? "",
    reason: proposed?.reason ?? "",
    decidedBy: viewerName,
    decidedOn: today,
    reviewOn: "",
  };
  return (
    <DialogForm<Typed, { id: string }>
      title="Record a decision"
      description={
        about
          ? `${about.title}. The evidence as it stands now is kept with it.`
          : "The evidence as it stands now is kept with it."
      }
      trigger={(opening) => (
        <Button look={look ?? "primary"} {...opening}>
          Record a decision
        </Button>
      )}
      initial={initial}
      submit="Record it"
      send={(typed, entryId) =>
        recordDecisionAction({
          ...typed,
          entryId,
          initiativeId: typed.initiativeId || null,
          kind: chosenKind(typed.kind),
          reviewOn: typed.reviewOn || null,
        })
      }
      done={(_, typed) => ["Recorded", typed.title]}
    >
      {({ control, errors }) => (
        <>
          {about ? null : (
            <Field label="About" error={errors.initiativeId}>
              <Select
                options={[
                  { value: "", label: "Something that is no initiative" },
                  ...choices.map(({ id, title }) => ({ value: id, label: title })),
                ]}
                {...control("initiativeId")}
              />
            </Field>
          )}
          <Field label="What was decided" error={errors.kind}>
            <Select options={kinds.map((kind) => ({ value: kind, label: kindMeaning[kind] }))} {...control("kind")} />
          </Field>
          <Field label="In a line" required error={errors.title}>
            <Input {...control("title")} />
          </Field>
          <Field label="Why" required error={errors.reason} hint="Others will read it; nothing about single people">
            <Textarea rows={4} {...control("reason")} />
          </Field>
          <Field label="Who decided" required error={errors.decidedBy} hint="A person, a group or a meeting">
            <Input {...control("decidedBy")} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Decided on" required error={errors.decidedOn}>
              <Input type="date" max={today} {...control("decidedOn")} />
            </Field>
            <Field label="Look again on" error={errors.reviewOn} hint="May stay empty">
              <Input type="date" min={today} {...control("reviewOn")} />
            </Field>
          </div>
        </>
      )}
    </DialogForm>
  );
}
