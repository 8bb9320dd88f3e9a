"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import { dismissFrictionAction, keepFrictionAction } from "@/lib/work/actions";
import type { NamedProposal } from "@/lib/work/friction/friction";
import { statementOf } from "./friction-words";

type JudgeProps = { proposal: NamedProposal; verdict: "keep" | "dismiss" };

/** Keeps what data show as a friction point, or says why it is none. */
export function JudgeProposal({ proposal, verdict }: JudgeProps) {
  const isKeep = verdict === "keep";
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(isKeep ? statementOf(proposal) : "");
  const { roleId, taskId, kind } = proposal;
  const send = (text: string) =>
    isKeep
      ? keepFrictionAction({ roleId, taskId, kind, statement: text })
      : dismissFrictionAction({ roleId, taskId, kind, reason: text });
  const { submit, pending, message, fields } = useSaving(send, () => {
    setOpen(false);
    announce(isKeep ? "Kept as a friction point" : "Dismissed", proposal.task);
  });
  return (
    <Dialog
      title={isKeep ? "Keep this friction point" : "This is no friction"}
      description={
        isKeep
          ? "The figures it rests on are kept with it, so that one can see later whether it went away."
          : "It is not proposed again for six months. The reason stays for who comes after you."
      }
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`${isKeep ? "Keep" : "Dismiss"} ${proposal.task}, ${kind}`} {...opening}>
          {isKeep ? "Keep" : "Dismiss"}
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(typed);
        }}
      >
        <Field
          label={isKeep ? "Where it goes wrong" : "Why it is none"}
          required
          error={fields.statement ?? fields.reason}
          hint="Others will read it; nothing about single people"
        >
          <Textarea value={typed} onChange={(change) => setTyped(change.target.value)} />
        </Field>
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          {isKeep ? "Keep it" : "Dismiss it"}
        </Button>
      </form>
    </Dialog>
  );
}
