import type { ReactNode } from "react";

/** Terms with their meaning, for a thing that has several. */
export function DefinitionList({ items }: { items: readonly (readonly [term: string, meaning: ReactNode])[] }) {
  return (
    <dl className="mt-1 grid gap-x-4 gap-y-1 text-table sm:grid-cols-[8rem_1fr]">
      {items.map(([term, meaning]) => (
        <div key={term} className="contents">
          <dt className="text-ink-3">{term}</dt>
          <dd className="mb-1 max-w-prose sm:mb-0">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
