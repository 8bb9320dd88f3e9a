"use client";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import type { NeedNode } from "@/lib/skills/tree/node";
import { TargetField } from "./target-field";
import { useSet } from "./use-set";

/** Which of the skill's behaviours show it at this place, and at which level: none chosen means all of them. */
export function ShownByField({ need }: { need: NeedNode }) {
  const { behavioursOf } = useTreeIndex();
  const set = useSet(need.id);
  const all = behavioursOf.get(need.skillId) ?? [];
  const named = new Map(need.shownBy.map((shown) => [shown.behaviourId, shown]));
  if (all.length < 2) return null;
  const summary =
    named.size === 0 ? "Shown by all its behaviours" : `Shown by ${named.size} of ${all.length} behaviours`;
  const keep = (next: typeof named) => set({ shownBy: all.flatMap(({ id }) => next.get(id) ?? []) });
  return (
    <Disclosure summary={<span className="text-table font-medium">{summary}</span>}>
      <ul className="space-y-2">
        {all.map(({ id, statement }) => {
          const shown = named.get(id);
          return (
            <li key={id}>
              <Checkbox
                label={statement}
                checked={named.size === 0 || shown !== undefined}
                onChange={(event) => {
                  const next = new Map(
                    named.size === 0 ? all.map((one) => [one.id, { behaviourId: one.id, targetLevel: null }]) : named,
                  );
                  if (event.target.checked) next.set(id, { behaviourId: id, targetLevel: null });
                  else next.delete(id);
                  keep(
                    next.size === all.length && [...next.values()].every((one) => one.targetLevel === null)
                      ? new Map()
                      : next,
                  );
                }}
              />
              {shown ? (
                <div className="pl-6 sm:w-56">
                  <TargetField
                    label="Target level of this behaviour"
                    none="As the skill here"
                    value={shown.targetLevel}
                    onCommit={(targetLevel) => keep(new Map(named).set(id, { behaviourId: id, targetLevel }))}
                  />
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
