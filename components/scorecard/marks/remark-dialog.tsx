"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import { addAnnotationAction, editAnnotationAction, removeAnnotationAction } from "@/lib/marks/actions";
import type { Annotation } from "@/lib/marks/annotations/annotation";
import { useMarks } from "./marks-context";

type RemarkDialogProps = {
  /** The one to change; a new one without. */
  remark?: Annotation;
  /** What a new one is about: `metricKey`, or null for the whole scorecard. */
  metric?: string | null;
};

/** Writes a remark on a figure and a day, or changes or removes one. */
export function RemarkDialog({ remark, metric = null }: RemarkDialogProps) {
  const { metrics, rights } = useMarks();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({
    metric: (remark ? remark.metric : metric) ?? "",
    unitId: remark?.unitId ?? "",
    on: remark?.on ?? "",
    text: remark?.text ?? "",
  });
  const close = (what: string) => () => {
    setOpen(false);
    if (!remark) setTyped({ ...typed, on: "", text: "" });
    announce(what);
  };
  const adding = useSaving(addAnnotationAction, close("Remark written"));
  const editing = useSaving(editAnnotationAction, close("Remark changed"));
  const removing = useSaving(removeAnnotationAction, close("Remark removed"));
  const { fields, message, pending } = remark ? editing : adding;
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  if (!rights.annotate) return null;
  const { everybody, units } = rights.annotate;
  return (
    <Dialog
      title={remark ? "Change the remark" : "Write a remark"}
      description="What somebody reading this figure later should know. No names of people."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button
          look="inline"
          className="screen-only"
          aria-label={remark ? `Change the remark "${remark.text.slice(0, 40)}"` : undefined}
          {...opening}
        >
          {remark ? "Change" : "Write a remark"}
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const written = { ...typed, metric: typed.metric || null, unitId: typed.unitId || null };
          if (remark) editing.submit({ ...written, id: remark.id, revision: remark.revision });
          else adding.submit(written);
        }}
      >
        <Field label="About" error={fields.metric}>
          <Select
            options={[
              { value: "", label: "The whole scorecard" },
              ...metrics.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...field("metric")}
          />
        </Field>
        <Field label="Of" error={fields.unitId}>
          <Select
            options={[
              { value: "", label: everybody ? "Everybody" : "Choose a unit" },
              ...units.map(({ id, label }) => ({ value: id, label })),
            ]}
            {...field("unitId")}
          />
        </Field>
        <Field label="Day" required error={fields.on}>
          <Input type="date" {...field("on")} />
        </Field>
        <Field label="Remark" required error={fields.text}>
          <Textarea rows={3} {...field("text")} />
        </Field>
        <SaveError message={message ?? removing.message} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" pending={pending}>
            Save remark
          </Button>
          {remark ? (
            <Button
              look="danger"
              pending={removing.pending}
              onClick={() => removing.submit({ id: remark.id, revision: remark.revision })}
            >
              Remove
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}
