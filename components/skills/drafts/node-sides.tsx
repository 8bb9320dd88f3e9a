"use client";
import { classNames } from "@/components/ui/class-names";
import { type FieldName, fieldWords, valueWords } from "@/lib/skills/tree/field-words";
import type { TaxonomyNode, Tree } from "@/lib/skills/tree/node";
import { fieldOf, fieldsOf, sameValue } from "@/lib/skills/tree/same-node";

type Side = { value: string; label: string; node: TaxonomyNode | null };

type NodeSidesProps = {
  name: string;
  tree: Tree;
  /** Names of owners. */
  users?: ReadonlyMap<string, string>;
  sides: readonly [Side, Side];
  chosen: string;
  onChoose: (value: string) => void;
};

/** Two states of a node side by side, with the fields in which they differ; one of them stays. */
export function NodeSides({ name, tree, users = new Map(), sides, chosen, onChoose }: NodeSidesProps) {
  const [left, right] = sides;
  const node = left.node ?? right.node;
  const fields = node
    ? fieldsOf[node.kind].filter(
        (field) => !left.node || !right.node || !sameValue(fieldOf(left.node, field), fieldOf(right.node, field)),
      )
    : [];
  return (
    <fieldset className="border-t border-rule pt-3">
      <legend className="pr-3 font-serif text-body font-semibold">{name}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {sides.map((side) => (
          <label
            key={side.value}
            className={classNames(
              "block border-l-4 bg-paper-2 px-4 py-3",
              chosen === side.value ? "border-line" : "border-rule",
            )}
          >
            <span className="flex items-center gap-2 text-table font-medium">
              <input
                type="radio"
                name={name}
                className="size-4 accent-line"
                checked={chosen === side.value}
                onChange={() => onChoose(side.value)}
              />
              {side.label}
            </span>
            <span className="mt-2 block space-y-1 text-table">
              {side.node === null ? "Taken out" : null}
              {side.node
                ? fields.map((field) => (
                    <span key={field} className="block">
                      <span className="text-ink-3">{fieldWords[field as FieldName]}: </span>
                      {valueWords(tree, users, field as FieldName, side.node ? fieldOf(side.node, field) : null) ??
                        "nothing"}
                    </span>
                  ))
                : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
