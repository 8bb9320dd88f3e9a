"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import type { ConservativeRule } from "@/lib/money/conservative-rules";
import { keepScenarioAction } from "@/lib/roi/case/actions";

type KeepScenarioProps = { initiativeId: string; overrides: Record<string, number>; switchedOff: ConservativeRule[] };

/** Keeps what was tried, under a name, for others to look at. */
export function KeepScenario({ initiativeId, overrides, switchedOff }: KeepScenarioProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const { submit, pending, message, fields } = useSaving(keepScenarioAction, () => {
    setOpen(false);
    announce("Scenario kept", name);
    setName("");
  });
  return (
    <Dialog
      title="Keep as a scenario"
      description="It stands beside the case, which stays as it is."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="primary" {...opening}>
          Keep as a scenario
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ initiativeId, name, overrides, switchedOff });
        }}
      >
        <Field label="Name" required error={fields.name}>
          <Input value={name} placeholder="Half the volume" onChange={(change) => setName(change.target.value)} />
        </Field>
        <SaveError message={fields.name ? null : message} />
        <Button look="primary" type="submit" pending={pending}>
          Keep it
        </Button>
      </form>
    </Dialog>
  );
}
