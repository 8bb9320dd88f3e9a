"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { announce } from "@/components/ui/toaster";
import type { FieldErrors } from "@/lib/errors";
import { saveScaleAction } from "@/lib/skills/scales/actions";
import type { ScaleInput } from "@/lib/skills/scales/input";
import { ScaleDrawing } from "./scale-drawing";

type ScaleFormProps = {
  /** What is changed; null for a scale of the organisation's own. */
  scale: ScaleInput | null;
};

type Point = { value: string; level: string };
type Kept = { name: string; kind: ScaleInput["kind"]; points: Point[] };

const fresh: Kept = {
  name: "",
  kind: "points",
  points: [
    { value: "0", level: "1" },
    { value: "10", level: "5" },
  ],
};

const keptOf = ({ name, kind, points }: ScaleInput): Kept => ({
  name,
  kind,
  points: points.map(({ value, level }) => ({ value: String(value), level: String(level) })),
});

/** A scale's mapping, point by point, drawn as it is typed. Saving makes a new version. */
export function ScaleForm({ scale }: ScaleFormProps) {
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<Kept>(() => (scale ? keptOf(scale) : fresh));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [isSaving, startSaving] = useTransition();
  const points = kept.points.map(({ value, level }) => ({ value: numberOf(value), level: numberOf(level) }));
  const isDrawn =
    points.length > 1 && points.every(({ value, level }) => Number.isFinite(value) && Number.isFinite(level));
  const setPoint = (at: number, change: Partial<Point>) =>
    setKept({ ...kept, points: kept.points.map((point, index) => (index === at ? { ...point, ...change } : point)) });

  const save = () =>
    startSaving(async () => {
      const [lowest, highest] = [points[0]?.value ?? Number.NaN, points.at(-1)?.value ?? Number.NaN];
      const result = await answered(
        saveScaleAction({
          name: kept.name,
          kind: kept.kind,
          lowest,
          highest,
          points,
          basedOn: scale?.basedOn ?? 0,
        }),
      );
      if (!result.ok) {
        const { fields, message } = result.error;
        setErrors(Object.keys(fields).length > 0 ? fields : { "": [message] });
        return;
      }
      setErrors({});
      setOpen(false);
      if (!scale) setKept(fresh);
      announce("Saved", `${kept.name} is version ${result.data.version} now. Imports from here on are read by it.`);
    });

  const pointErrors = Object.entries(errors).flatMap(([path, said]) =>
    /^(points|lowest|highest|)(\.|$)/.test(path) ? (said ?? []) : [],
  );
  return (
    <Dialog
      title={scale ? `Mapping of ${scale.name}` : "A scale of your own"}
      description="Values between two points go straight from one to the other. What was imported by an earlier version stays as it is."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) =>
        scale ? (
          <Button look="inline" className="screen-only" {...opening}>
            Change the mapping
          </Button>
        ) : (
          <Button {...opening}>Add a scale</Button>
        )
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {scale ? null : (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Name" hint="As files name it." required error={errors.name}>
              <Input
                value={kept.name}
                maxLength={60}
                onChange={({ currentTarget }) => setKept({ ...kept, name: currentTarget.value })}
              />
            </Field>
            <Field label="Kind">
              <Select
                value={kept.kind}
                onChange={({ currentTarget }) =>
                  setKept({ ...kept, kind: currentTarget.value === "percentile" ? "percentile" : "points" })
                }
                options={[
                  { value: "points", label: "Points or steps" },
                  { value: "percentile", label: "Percentile" },
                ]}
              />
            </Field>
          </div>
        )}
        <div className="flex flex-wrap gap-6">
          <fieldset className="space-y-2">
            <legend className="text-table font-medium">Points</legend>
            {kept.points.map((point, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the list, and what is typed stays with it
              <div key={at} className="flex items-end gap-2">
                <Field label="Value" className="w-24">
                  <Input
                    inputMode="decimal"
                    value={point.value}
                    onChange={({ currentTarget }) => setPoint(at, { value: currentTarget.value })}
                  />
                </Field>
                <Field label="Level" className="w-24">
                  <Input
                    inputMode="decimal"
                    value={point.level}
                    onChange={({ currentTarget }) => setPoint(at, { level: currentTarget.value })}
                  />
                </Field>
                {kept.points.length > 2 ? (
                  <Button
                    look="inline"
                    onClick={() => setKept({ ...kept, points: kept.points.filter((_, index) => index !== at) })}
                  >
                    Remove
                  </Button>
                ) : null}
              </div>
            ))}
            <Button
              look="inline"
              onClick={() => setKept({ ...kept, points: [...kept.points, { value: "", level: "5" }] })}
            >
              Add a point
            </Button>
          </fieldset>
          {isDrawn ? <ScaleDrawing name={kept.name || "The scale"} points={points} width={240} height={150} /> : null}
        </div>
        {pointErrors.length > 0 ? (
          <p role="alert" className="text-table font-medium text-worse">
            {[...new Set(pointErrors)].join(". ")}
          </p>
        ) : null}
        <Button look="primary" type="submit" pending={isSaving}>
          Save as {scale ? `version ${scale.basedOn + 1}` : "a new scale"}
        </Button>
      </form>
    </Dialog>
  );
}

/** An empty field is no number, and a comma is a decimal mark where it is typed. */
const numberOf = (text: string) => (text.trim() === "" ? Number.NaN : Number(text.trim().replace(",", ".")));
