"use client";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useModel, useTreeIndex } from "@/components/skills/tree/model-context";
import { nodeIdOf } from "@/components/skills/tree/row-name";
import { searchTree } from "@/lib/skills/tree/search-tree";
import { type FilterName, filteredNodes } from "./filters";

const pause = 100;

/** What is looked for. The tree follows behind the typing; `found` is the number of nodes, null while everything is shown. */
export function useTreeFilter() {
  const model = useModel();
  const { view } = model;
  const [words, setWords] = useState("");
  const [filter, setFilter] = useState<FilterName>("all");
  const [found, setFound] = useState<number | null>(null);
  const wanted = useDeferredValue(words.trim());
  const index = useDeferredValue(useTreeIndex());

  const shownFor = useRef("");
  const shownNodes = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const apply = () => {
      const passing = filteredNodes(model, index, filter);
      const hits = wanted === "" ? null : searchTree(index, wanted).map(({ node }) => node.id);
      const nodes = hits ? hits.filter((id) => !passing || passing.has(id)) : passing;
      if (nodes === null) {
        shownFor.current = "";
        if (view.isFiltered()) view.setFilter(undefined);
        return setFound(null);
      }
      const shown = new Set(nodes);
      // An edit that changes nothing of what is found need not lay all rows once more.
      if (!view.isFiltered() || !isSame(shown, shownNodes.current)) view.setFilter({ nodes: shown });
      shownNodes.current = shown;
      setFound(shown.size);
      if (wanted === shownFor.current) return;
      shownFor.current = wanted;
      const best = hits?.find((id) => shown.has(id));
      view.go(view.rows().find((row) => nodeIdOf(row) === best)?.key, false);
    };
    // The tree waits until the typing rests: thousands of rows are not laid out for each letter.
    const timer = setTimeout(apply, wanted === "" ? 0 : pause);
    return () => clearTimeout(timer);
  }, [model, view, index, wanted, filter]);

  const clear = () => {
    setWords("");
    setFilter("all");
    if (view.isFiltered()) view.setFilter(undefined);
  };
  return { words, setWords, filter, setFilter, found, clear };
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size === b.size && [...a].every((id) => b.has(id));

export type TreeFilter = ReturnType<typeof useTreeFilter>;
