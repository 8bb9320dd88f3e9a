"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { dismissFrictionAction, keepFrictionAction } from "@/lib/work/actions";
import type { NamedProposal } from "@/lib/work/friction/friction";
import { statementOf } from "./friction-words";

type JudgeProps = { proposal: NamedProposal; verdict: "keep" | "dismiss" };

/** Keeps what data show as a friction point, or says why it is none. */
export function JudgeProposal({ proposal, verdict }: JudgeProps) {
  const isKeep = verdict === "keep";
  const { roleId, taskId, kind } = proposal;
  return (
    <DialogForm
      title={isKeep ? "Keep this friction point" : "This is no friction"}
      description={
        isKeep
          ? "The figures it rests on are kept with it, so that one can see later whether it went away."
          : "It is not proposed again for six months. The reason stays for who comes after you."
      }
      trigger={(opening) => (
        <Button look="inline" aria-label={`${isKeep ? "Keep" : "Dismiss"} ${proposal.task}, ${kind}`} {...opening}>
          {isKeep ? "Keep" : "Dismiss"}
        </Button>
      )}
      initial={{ text: isKeep ? statementOf(proposal) : "" }}
      submit={isKeep ? "Keep it" : "Dismiss it"}
      send={({ text }) =>
        isKeep
          ? keepFrictionAction({ roleId, taskId, kind, statement: text })
          : dismissFrictionAction({ roleId, taskId, kind, reason: text })
      }
      done={() => [isKeep ? "Kept as a friction point" : "Dismissed", proposal.task]}
    >
      {({ control, errors }) => (
        <>
          <Field
            label={isKeep ? "Where it goes wrong" : "Why it is none"}
            required
            error={errors.statement ?? errors.reason}
            hint="Others will read it; nothing about single people"
          >
            <Textarea {...control("text")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
