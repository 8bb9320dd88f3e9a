"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Empty } from "@/components/ui/states";
import { fewestBehaviours, mostBehaviours } from "@/lib/start/input";
import type { Start } from "@/lib/start/start";
import { useStep } from "./use-step";

/** Step 2: one skill, three to five behaviours of it. */
export function BehavioursStep({ start }: { start: Start }) {
  const described = start.skills.filter(({ behaviours }) => behaviours.length > 0);
  const [skillId, setSkillId] = useState(start.skillId ?? described[0]?.id ?? "");
  const [chosen, setChosen] = useState<readonly string[]>(start.choices.behaviourIds ?? []);
  const { save, pending, error, fields } = useStep(start.id, "sources");
  const skill = described.find(({ id }) => id === skillId);
  const own = skill?.behaviours.filter(({ id }) => chosen.includes(id)).map(({ id }) => id) ?? [];
  if (described.length === 0) {
    return (
      <Empty
        title="No skill of this role is described by behaviours yet"
        actions={
          <Link className="link" href="/skills/exchange">
            Take one from a template
          </Link>
        }
      >
        Describe one skill by three to five behaviours somebody can see, publish it, and come back: this page keeps its
        place.
      </Empty>
    );
  }
  const toggle = (id: string) => setChosen(own.includes(id) ? own.filter((one) => one !== id) : [...own, id]);
  return (
    <form
      className="max-w-prose space-y-5"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        save({ step: "behaviours", startId: start.id, skillId, behaviourIds: own });
      }}
    >
      <Field label="Skill" error={fields.skillId} hint="One to begin with: the one that decides the outcome">
        <Select
          value={skillId}
          onChange={(change) => setSkillId(change.target.value)}
          options={described.map(({ id, name, critical, behaviours }) => ({
            value: id,
            label: `${name}${critical ? ", critical" : ""} (${behaviours.length})`,
          }))}
        />
      </Field>
      <fieldset>
        <legend className="mb-1 text-table font-medium">
          Behaviours: {own.length} chosen, {fewestBehaviours} to {mostBehaviours} needed
        </legend>
        {skill?.behaviours.map(({ id, statement, anchored, seen }) => (
          <Checkbox
            key={id}
            label={statement}
            checked={own.includes(id)}
            onChange={() => toggle(id)}
            hint={`${anchored ? "Levels are described" : "Levels are not described yet"}; in twelve months seen ${timesOf(seen.manager)} by managers, ${timesOf(seen.peer)} by peers, ${timesOf(seen.system)} by systems`}
          />
        ))}
        <div role="alert">
          {fields.behaviourIds ? <p className="font-medium text-worse">{fields.behaviourIds.join(". ")}</p> : null}
          {error && !error.fields ? <p className="font-medium text-worse">{error.message}</p> : null}
        </div>
      </fieldset>
      <p className="text-table text-ink-2">
        The wording does not fit, or one is missing?{" "}
        <Link className="link" href={`/skills?role=${start.role.id}`}>
          Change the taxonomy
        </Link>{" "}
        first; your place is kept.
      </p>
      <Button look="primary" type="submit" pending={pending}>
        Save and go on
      </Button>
    </form>
  );
}

const timesOf = (times: number | null) =>
  times === null ? "in too few people to say" : `${times} ${times === 1 ? "time" : "times"}`;
