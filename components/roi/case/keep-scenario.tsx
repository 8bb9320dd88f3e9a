"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ConservativeRule } from "@/lib/money/conservative-rules";
import { keepScenarioAction } from "@/lib/roi/case/actions";

type KeepScenarioProps = { initiativeId: string; overrides: Record<string, number>; switchedOff: ConservativeRule[] };

/** Keeps what was tried, under a name, for others to look at. */
export function KeepScenario({ initiativeId, overrides, switchedOff }: KeepScenarioProps) {
  return (
    <DialogForm
      title="Keep as a scenario"
      description="It stands beside the case, which stays as it is."
      trigger={(opening) => (
        <Button look="primary" {...opening}>
          Keep as a scenario
        </Button>
      )}
      initial={{ name: "" }}
      submit="Keep it"
      send={({ name }) => keepScenarioAction({ initiativeId, name, overrides, switchedOff })}
      done={(_, { name }) => ["Scenario kept", name]}
    >
      {({ control, errors }) => (
        <>
          <Field label="Name" required error={errors.name}>
            <Input placeholder="Half the volume" {...control("name")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
