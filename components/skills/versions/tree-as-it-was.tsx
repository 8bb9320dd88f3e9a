"use client";
import { useState } from "react";
import { ModelContext } from "@/components/skills/tree/model-context";
import { RowCells } from "@/components/skills/tree/row-cells";
import { createModel } from "@/components/skills/tree/taxonomy-model";
import { TreeGrid } from "@/components/skills/tree/tree-grid";
import type { TaxonomyNode } from "@/lib/skills/tree/node";

type TreeAsItWasProps = { nodes: TaxonomyNode[]; number: number; minimumGroupSize: number };

/** The tree of an earlier version, to look at. */
export function TreeAsItWas({ nodes, number, minimumGroupSize }: TreeAsItWasProps) {
  const [model] = useState(() =>
    createModel(
      { nodes, version: number, draft: null, changed: [], owners: [], usage: {}, openComments: {} },
      { node: null, role: null, minimumGroupSize, drafting: null },
    ),
  );
  return (
    <ModelContext value={model}>
      <div className="h-[70dvh] border-y print:h-auto border-t-ink border-b-rule">
        <TreeGrid view={model.view} label={`Taxonomy as version ${number} had it`} Cells={RowCells} />
      </div>
    </ModelContext>
  );
}
