"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ChoiceGroup } from "@/lib/skills/exchange/choices";

type ChoiceTableProps = {
  group: ChoiceGroup;
  chosen: ReadonlySet<string>;
  onChoose: (keys: string[], isTaken: boolean) => void;
};

const mostRows = 150;

/** What can be taken of one kind, each with a box to tick. Long lists are searched. */
export function ChoiceTable({ group, chosen, onChoose }: ChoiceTableProps) {
  const [search, setSearch] = useState("");
  const words = useDeferredValue(search).trim().toLowerCase();
  const found = useMemo(
    () =>
      words === ""
        ? group.items
        : group.items.filter(({ name, cells }) => [name, ...cells].some((text) => text.toLowerCase().includes(words))),
    [group.items, words],
  );
  const keys = found.map(({ key }) => key);
  const shown = found.slice(0, mostRows);
  return (
    <div>
      <p className="mb-3 max-w-prose text-table text-ink-2">{group.lead}</p>
      <div className="screen-only mb-2 flex flex-wrap items-center gap-2">
        {group.items.length > 12 ? (
          <Input
            className="w-full sm:w-64"
            type="search"
            value={search}
            aria-label={`Search in ${group.title}`}
            placeholder="Search"
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        ) : null}
        <Button look="inline" onClick={() => onChoose(keys, true)}>
          All{words ? " found" : ""}
        </Button>
        <Button look="inline" onClick={() => onChoose(keys, false)}>
          None{words ? " of them" : ""}
        </Button>
      </div>
      <ScrollRegion label={group.title} className="max-h-[28rem] border-y border-rule">
        <table className="w-full text-table">
          <thead className="sticky top-0 bg-paper text-left print:static">
            <tr className="border-b border-rule">
              <th scope="col" className="py-2 pr-3 font-medium">
                {group.title}
              </th>
              {group.columns.map((column) => (
                <th key={column} scope="col" className="py-2 pr-3 font-medium max-sm:hidden">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, cells }) => (
              <tr key={key} className="border-b border-rule align-top last:border-0">
                <th scope="row" className="py-1 pr-3 text-left font-normal">
                  <label className="target flex items-start gap-2 py-1">
                    <input
                      type="checkbox"
                      className="mt-0.5 size-4 shrink-0 accent-line"
                      checked={chosen.has(key)}
                      onChange={({ currentTarget }) => onChoose([key], currentTarget.checked)}
                    />
                    <span>
                      {name}
                      <span className="block text-caption text-ink-3 sm:hidden">{phoneText(group.columns, cells)}</span>
                    </span>
                  </label>
                </th>
                {cells.map((cell, at) => (
                  <td key={group.columns[at]} className="py-2 pr-3 text-ink-2 max-sm:hidden">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {found.length > shown.length ? (
        <p className="mt-1 text-caption text-ink-3">
          {shown.length} of {found.length} are shown. Search to find the others.
        </p>
      ) : null}
      {found.length === 0 ? <p className="mt-2 text-table text-ink-2">Nothing here reads like this.</p> : null}
    </div>
  );
}

const phoneText = (columns: readonly string[], cells: readonly string[]) =>
  cells
    .map((cell, at) => (cell === "" || cell === "–" ? "" : columns[at] ? `${columns[at]}: ${cell}` : cell))
    .filter((text) => text !== "")
    .join(" · ");
