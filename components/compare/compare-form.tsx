"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Offer } from "@/lib/compare/comparison";
import { type GroupName, groupNames, type Look } from "@/lib/compare/input";
import { type Chosen, textOfChosen } from "./group-choice";
import { GroupEditor } from "./group-editor";
import { periodOptions } from "./period-options";

type CompareFormProps = {
  offer: Offer;
  groups: readonly { name: GroupName; chosen: Chosen[] }[];
  metric: string;
  period: string;
  look: Look;
};

/** Groups, figure, period and what to look at. A plain form: what it asks for is the address, and nothing moves before one says so. */
export function CompareForm({ offer, groups, metric, period, look }: CompareFormProps) {
  const [shown, setShown] = useState(() => {
    const named = (name: GroupName) => groups.find((group) => group.name === name)?.chosen ?? [];
    return groupNames
      .filter((name) => name === "a" || name === "b" || groups.some((group) => group.name === name))
      .map((name) => ({ name, chosen: named(name) }));
  });
  const next = groupNames.find((name) => !shown.some((group) => group.name === name));
  return (
    <form action="/compare" method="get" aria-label="What to compare" className="screen-only mb-10 grid gap-4">
      <div className="grid gap-4 lg:grid-cols-2">
        {shown.map(({ name, chosen }) => (
          <GroupEditor
            key={name}
            title={`Group ${name.toUpperCase()}`}
            chosen={chosen}
            offer={offer.groups}
            windows={offer.periods}
            onChange={(changed) =>
              setShown(shown.map((group) => (group.name === name ? { name, chosen: changed } : group)))
            }
            onRemove={
              name === "c" || name === "d" ? () => setShown(shown.filter((group) => group.name !== name)) : undefined
            }
          />
        ))}
      </div>
      {shown.map(({ name, chosen }) => {
        const text = textOfChosen(chosen);
        return text ? <input key={name} type="hidden" name={name} value={text} /> : null;
      })}
      {next ? (
        <p>
          <Button look="inline" onClick={() => setShown([...shown, { name: next, chosen: [] }])}>
            Add group {next.toUpperCase()}
          </Button>
        </p>
      ) : null}
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[2fr_1fr_2fr_auto]">
        <Field label="Figure">
          <Select name="metric" defaultValue={metric} options={offer.metrics} />
        </Field>
        <Field label="Period">
          <Select name="period" defaultValue={period} options={periodOptions(offer, period)} />
        </Field>
        <Field label="Look at">
          <Select
            name="look"
            defaultValue={look}
            options={[
              { value: "level", label: "Where they stand in the period" },
              { value: "previous", label: "Their change since the period before" },
              { value: "last-year", label: "Their change since the year before" },
            ]}
          />
        </Field>
        <Button type="submit" look="primary">
          Compare
        </Button>
      </div>
    </form>
  );
}
