"use client";
import { useCallback, useDeferredValue, useRef, useState, useSyncExternalStore } from "react";
import { NodeDetail } from "@/components/skills/detail/node-detail";
import { ModelContext, useModel } from "@/components/skills/tree/model-context";
import { RowCells } from "@/components/skills/tree/row-cells";
import { createModel, type ModelStart } from "@/components/skills/tree/taxonomy-model";
import { TreeGrid } from "@/components/skills/tree/tree-grid";
import { LinkButton } from "@/components/ui/link-button";
import { Empty } from "@/components/ui/states";
import type { SentTaxonomy } from "@/lib/skills/taxonomy-queries";
import { FindBar } from "./find-bar";
import { useAddress } from "./use-address";
import { useTreeFilter } from "./use-tree-filter";
import { WithTaxonomy } from "./with-taxonomy";
import { Workbench } from "./workbench";

type TaxonomyBrowserProps = { start: ModelStart; commenting: boolean; editing: boolean };

/** The taxonomy in force, for everybody to read. */
export function TaxonomyBrowser({ start, commenting, editing }: TaxonomyBrowserProps) {
  return (
    <WithTaxonomy draftId={null}>
      {(taxonomy) => <Loaded taxonomy={taxonomy} start={start} commenting={commenting} editing={editing} />}
    </WithTaxonomy>
  );
}

function Loaded({ taxonomy, start, commenting, editing }: TaxonomyBrowserProps & { taxonomy: SentTaxonomy }) {
  const [model] = useState(() => createModel(taxonomy, start));
  if (taxonomy.nodes.length === 0) {
    return (
      <Empty
        title="No taxonomy yet"
        actions={editing ? <LinkButton href="/skills/exchange">Import one, or start from a template</LinkButton> : null}
      >
        Roles, what they do, the skills that takes and the behaviours that show them will stand here.{" "}
        {editing ? "Bring one in, or start a draft." : "The L&D lead brings them in."}
      </Empty>
    );
  }
  return (
    <ModelContext value={model}>
      <Browser role={start.role} commenting={commenting} />
    </ModelContext>
  );
}

function Browser({ role: firstRole, commenting }: { role: string | null; commenting: boolean }) {
  const { view } = useModel();
  const [role, setRole] = useState(firstRole);
  const [showsDetail, setShowsDetail] = useState(false);
  const showDetail = useCallback(() => setShowsDetail(true), []);
  const search = useRef<HTMLInputElement>(null);
  const filter = useTreeFilter();
  useAddress(view, role);
  const chosen = useDeferredValue(useSyncExternalStore(view.subscribe, view.activeRow, view.activeRow));
  const within = (next: string | null) => {
    setRole(next);
    view.setWithin(next);
    if (next) view.setOpen(next, true);
  };
  return (
    <Workbench
      head={<FindBar tree={filter} role={role} onRole={within} search={search} />}
      showsDetail={showsDetail}
      onBack={() => {
        setShowsDetail(false);
        view.go(view.active());
      }}
      detailKey={chosen?.key ?? ""}
      tree={
        <TreeGrid
          view={view}
          label="Taxonomy"
          Cells={RowCells}
          onChoose={showDetail}
          onKey={(event) => {
            if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
            search.current?.focus();
            return true;
          }}
        />
      }
      detail={chosen ? <NodeDetail row={chosen} commenting={commenting} /> : null}
    />
  );
}
