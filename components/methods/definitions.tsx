"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";

/** One thing that is defined. `meanings` stand in the order of the terms; an empty one is left out. */
export type Definition = {
  id: string;
  name: string;
  says: string;
  /** Shows its id, because results carry it. */
  coded?: boolean;
  meanings: readonly string[];
};

type DefinitionsProps = {
  groups: readonly { heading: string | null; items: readonly Definition[] }[];
  terms: readonly string[];
  /** What the items are called, many of them: "figures". */
  named: string;
};

/** Names and questions at once; a definition is drawn when it is opened or linked to, because there are many. */
export function Definitions({ groups, terms, named }: DefinitionsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const openLinked = () => {
      const linked = decodeURIComponent(window.location.hash.slice(1));
      setChosen((before) => new Set([...before, linked]));
    };
    openLinked();
    window.addEventListener("hashchange", openLinked);
    return () => window.removeEventListener("hashchange", openLinked);
  }, []);
  const all = groups.flatMap(({ items }) => items.map(({ id }) => id));
  const allOpen = all.every((id) => chosen.has(id));
  const toggle = (id: string, open: boolean) =>
    setChosen((before) => new Set(open ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <>
      <Button className="screen-only mb-4" onClick={() => setChosen(new Set(allOpen ? [] : all))}>
        {allOpen ? `Close all ${named}` : `Open all ${all.length} ${named}`}
      </Button>
      {groups.map(({ heading, items }) => (
        <div key={heading} className="mb-8">
          {heading ? <h3 className="mb-2 text-lead">{heading}</h3> : null}
          {items.map(({ id, name, says, coded, meanings }) => (
            <details
              key={id}
              id={id}
              open={chosen.has(id)}
              onToggle={(event) => toggle(id, event.currentTarget.open)}
              className="border-t border-rule py-2 target:bg-paper-2"
            >
              <summary className="target hover:bg-paper-2">
                <b className="mr-2 font-semibold">{name}</b>
                {coded ? <code className="mr-2 text-table text-ink-3">{id}</code> : null}
                {says}
              </summary>
              {chosen.has(id) ? (
                <div className="pt-1 pb-2 pl-4">
                  <DefinitionList
                    items={terms.flatMap((term, at): [string, string][] => {
                      const meaning = meanings[at];
                      return meaning ? [[term, meaning]] : [];
                    })}
                  />
                </div>
              ) : null}
            </details>
          ))}
        </div>
      ))}
    </>
  );
}
