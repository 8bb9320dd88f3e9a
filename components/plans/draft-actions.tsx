"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { announce } from "@/components/ui/toaster";
import { discardDraftAction, registerPlanAction } from "@/lib/plans/actions";

type Props = { initiativeId: string; isComplete: boolean };

/** Makes a draft a promise, or throws it away. */
export function DraftActions({ initiativeId, isComplete }: Props) {
  return (
    <>
      <Confirm
        title="Register the plan"
        look="primary"
        disabled={!isComplete}
        says="From today it is a promise: its fingerprint is kept, cohort and baseline are frozen, and it changes only by amendments that stand with every result."
        act={async () => {
          const result = await answered(registerPlanAction({ initiativeId }));
          if (result.ok) announce("Plan registered", "Cohort and baseline are frozen.");
          return result.ok ? null : result.error.message;
        }}
      />
      <Confirm
        title="Discard the draft"
        look="danger"
        says="The plan and its draw are removed. Nothing was promised, so nothing is kept."
        act={async () => {
          const result = await answered(discardDraftAction({ initiativeId }));
          return result.ok ? null : result.error.message;
        }}
      />
    </>
  );
}

type ConfirmProps = {
  title: string;
  says: string;
  look: "primary" | "danger";
  disabled?: boolean;
  /** Null where it was done, else what went wrong. */
  act(): Promise<string | null>;
};

function Confirm({ title, says, look, disabled = false, act }: ConfirmProps) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const confirm = () =>
    startTransition(async () => {
      const failed = await act();
      setError(failed);
      if (failed === null) setOpen(false);
    });
  return (
    <Dialog
      title={title}
      open={open}
      onOpenChange={setOpen}
      description={says}
      trigger={(opening) => (
        <Button {...opening} look={look === "primary" ? "primary" : "secondary"} disabled={disabled}>
          {title}
        </Button>
      )}
    >
      <div role="alert">{error ? <p className="mb-3 font-medium text-worse">{error}</p> : null}</div>
      <Button look={look} pending={pending} onClick={confirm}>
        {title}
      </Button>
    </Dialog>
  );
}
