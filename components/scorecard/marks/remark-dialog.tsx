"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
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
  const removing = useSaving(removeAnnotationAction, () => announce("Remark removed"));
  if (!rights.annotate) return null;
  const { everybody, units } = rights.annotate;
  return (
    <DialogForm
      title={remark ? "Change the remark" : "Write a remark"}
      description="What somebody reading this figure later should know. No names of people."
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
      initial={{
        metric: (remark ? remark.metric : metric) ?? "",
        unitId: remark?.unitId ?? "",
        on: remark?.on ?? "",
        text: remark?.text ?? "",
      }}
      submit="Save remark"
      send={(typed, entryId) => {
        const written = { ...typed, metric: typed.metric || null, unitId: typed.unitId || null };
        return remark
          ? editAnnotationAction({ ...written, id: remark.id, revision: remark.revision })
          : addAnnotationAction({ ...written, entryId });
      }}
      done={() => [remark ? "Remark changed" : "Remark written"]}
      beside={
        remark ? (
          <Button
            look="danger"
            pending={removing.pending}
            onClick={() => removing.submit({ id: remark.id, revision: remark.revision })}
          >
            Remove
          </Button>
        ) : null
      }
    >
      {({ control, errors }) => (
        <>
          <Field label="About" error={errors.metric}>
            <Select
              options={[
                { value: "", label: "The whole scorecard" },
                ...metrics.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              {...control("metric")}
            />
          </Field>
          <Field label="Of" error={errors.unitId}>
            <Select
              options={[
                { value: "", label: everybody ? "Everybody" : "Choose a unit" },
                ...units.map(({ id, label }) => ({ value: id, label })),
              ]}
              {...control("unitId")}
            />
          </Field>
          <Field label="Day" required error={errors.on}>
            <Input type="date" {...control("on")} />
          </Field>
          <Field label="Remark" required error={errors.text}>
            <Textarea rows={3} {...control("text")} />
          </Field>
          <SaveError message={removing.message} />
        </>
      )}
    </DialogForm>
  );
}
