"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { SaveError } from "@/components/ui/save-error";
import { Select } from "@/components/ui/select";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { anchorActivityAction } from "@/lib/work/actions";
import type { Unanchored, UnanchoredActivity } from "@/lib/work/friction/read-unanchored";

type AnchorChoiceProps = { activity: UnanchoredActivity; points: Unanchored["points"]; asked: boolean };

/** Says which friction point an activity is for. Those of tasks it is for stand first. */
export function AnchorChoice({ activity, points, asked }: AnchorChoiceProps) {
  const [open, setOpen] = useState(asked);
  const fitting = points.filter(({ id }) => activity.fits.includes(id));
  const others = points.filter(({ id }) => !activity.fits.includes(id));
  const [frictionId, setFrictionId] = useState(fitting.length === 1 ? (fitting[0]?.id ?? "") : "");
  const { submit, pending, message, fields } = useSaving(anchorActivityAction, () => {
    setOpen(false);
    announce("Anchored", activity.name);
  });
  const optionsOf = (rows: Unanchored["points"]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog
      title="Which friction point is it for?"
      description={activity.name}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Anchor ${activity.name}`} {...opening}>
          Anchor
        </Button>
      )}
    >
      {points.length === 0 ? (
        <p>No friction point is kept yet. Add what people told, or keep one that was found in data; then anchor it.</p>
      ) : (
        <form
          noValidate
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit({ activityId: activity.id, frictionId });
          }}
        >
          <Field label="Friction point" required error={fields.frictionId}>
            <Select
              value={frictionId}
              options={[
                { value: "", label: "Choose a friction point" },
                ...(fitting.length > 0 ? [{ label: "In tasks it is for", options: optionsOf(fitting) }] : []),
                ...(others.length > 0 ? [{ label: "In other tasks", options: optionsOf(others) }] : []),
              ]}
              onChange={(change) => setFrictionId(change.target.value)}
            />
          </Field>
          <SaveError message={fields.frictionId ? null : message} />
          <Button look="primary" type="submit" pending={pending}>
            Anchor it here
          </Button>
        </form>
      )}
    </Dialog>
  );
}
