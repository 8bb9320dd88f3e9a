import { type OutlineFilter, type OutlineRow, outline } from "@/lib/skills/tree/outline";
import { reveal } from "@/lib/skills/tree/reveal";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";

/**
 * The rows that are open, the one the keyboard is at, the marked ones and the one being edited. Rows ask for their own part, so that a
 * key press draws two of them and not the tree.
 */
export type TreeView = ReturnType<typeof createTreeView>;

type Start = { index: TreeIndex; expanded: Iterable<string>; active: string | null };

export function createTreeView(start: Start) {
  let index = start.index;
  let expanded: ReadonlySet<string> = new Set(start.expanded);
  let filter: OutlineFilter | undefined;
  let within: string | null = null;
  let rows: readonly OutlineRow[] = [];
  let places: ReadonlyMap<string, number> = new Map();
  let active = start.active;
  let marked: ReadonlySet<string> = new Set();
  /** Marked rows that a search put out of sight: what to look for to find them again, and where they would stand. */
  const aside = new Map<string, string>();
  let outOfSight: ReadonlyMap<string, OutlineRow> = new Map();
  let editing: string | null = null;
  let wantsFocus = false;
  let focusCount = 0;
  const hearers = new Set<() => void>();
  const tell = () => {
    for (const hear of hearers) hear();
  };

  const rowAt = (key: string | null) => (key === null ? undefined : rows[places.get(key) ?? -1]);

  /** Keeps the keyboard somewhere: at the same place, else where that place was. */
  const lay = () => {
    const was = active === null ? 0 : (places.get(active) ?? 0);
    const all = outline(index, expanded, filter);
    rows = within === null ? all : rowsWithin(all, within);
    places = new Map(rows.map(({ key }, at) => [key, at]));
    if (active === null || !places.has(active)) active = rows[Math.min(was, rows.length - 1)]?.key ?? null;
    if (editing !== null && !places.has(editing)) editing = null;
    keepMarks();
  };
  /** A mark goes with its node, and where its row is closed; not where another search hides it. */
  const keepMarks = () => {
    if (filter === undefined) for (const key of [...aside.keys()].filter((one) => places.has(one))) aside.delete(key);
    const hidden = [...marked].filter((key) => !places.has(key));
    const sought = new Set(hidden.flatMap((key) => aside.get(key) ?? []));
    const found = sought.size === 0 ? [] : outline(index, new Set(), { nodes: sought });
    outOfSight = new Map(found.filter(({ key }) => aside.has(key)).map((row) => [row.key, row]));
    if (hidden.some((key) => !outOfSight.has(key))) {
      marked = new Set([...marked].filter((key) => places.has(key) || outOfSight.has(key)));
    }
  };
  /** Lays the rows anew and keeps the keyboard at the same node, wherever that stands now. */
  const follow = () => {
    const before = rowAt(active);
    const nodeId = before && placedId(before);
    const found = nodeId ? reveal(index, nodeId) : null;
    lay();
    if (before && found && !places.has(before.key)) {
      expanded = new Set([...expanded, ...found.open, ...(before.isOpen ? [found.key] : [])]);
      active = found.key;
      lay();
    }
    tell();
  };
  lay();

  const askFocus = () => {
    wantsFocus = true;
    focusCount += 1;
  };
  const go = (key: string | null | undefined, focus = true) => {
    if (key === null || key === undefined || !places.has(key)) return;
    active = key;
    if (focus) askFocus();
    tell();
  };
  const setExpanded = (keys: Iterable<string>) => {
    expanded = new Set(keys);
    lay();
    tell();
  };

  return {
    subscribe: (hear: () => void) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    index: () => index,
    rows: () => rows,
    rowAt,
    active: () => active,
    activeRow: () => rowAt(active),
    activeIndex: () => (active === null ? -1 : (places.get(active) ?? -1)),
    marked: () => marked,
    /** Those out of sight included. */
    markedRows: () => [...marked].flatMap((key) => rowAt(key) ?? outOfSight.get(key) ?? []),
    editing: () => editing,
    expanded: () => expanded,
    isFiltered: () => filter !== undefined,
    /** How often the focus was asked for: another number asks the current row to take it. */
    focusCount: () => focusCount,
    /** Whether a row is yet to take the focus. */
    asksFocus: () => wantsFocus,
    /** True once after each move that should carry the focus along. */
    takeFocus: () => {
      const wanted = wantsFocus;
      wantsFocus = false;
      return wanted;
    },
    go,
    step: (by: number) => {
      const at = active === null ? 0 : (places.get(active) ?? 0);
      go(rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.key);
    },
    toEdge: (edge: "first" | "last") => go(rows.at(edge === "first" ? 0 : -1)?.key),
    setOpen: (key: string, isOpen: boolean) => {
      const next = new Set(expanded);
      if (isOpen) next.add(key);
      else next.delete(key);
      setExpanded(next);
    },
    setExpanded,
    /** Opens what leads to a node and goes there; false where it has no row. */
    show: (nodeId: string, focus = true): boolean => {
      const found = reveal(index, nodeId);
      if (!found) return false;
      setExpanded([...expanded, ...found.open]);
      go(found.key, focus);
      return places.has(found.key);
    },
    /** The tree after an edit. What was open stays open, and a node that now stands elsewhere is followed there. */
    setIndex: (next: TreeIndex) => {
      index = next;
      follow();
    },
    setFilter: (next: OutlineFilter | undefined) => {
      for (const key of marked) {
        const row = rowAt(key);
        if (row && "node" in row) aside.set(key, row.node.id);
      }
      filter = next;
      if (next) {
        lay();
        tell();
      } else follow();
    },
    /** Shows one role alone. */
    setWithin: (roleKey: string | null) => {
      within = roleKey;
      lay();
      tell();
    },
    setMarked: (keys: Iterable<string>) => {
      marked = new Set(keys);
      tell();
    },
    /** With `refocus` the focus goes back to the row when its field closes. */
    setEditing: (key: string | null, refocus = true) => {
      editing = key;
      if (key === null && refocus) askFocus();
      tell();
    },
  };
}

/** What stands at a row: of a skill the need for it. */
export function placedId(row: OutlineRow): string | null {
  if (row.kind === "skill" && row.need) return row.need.id;
  return "node" in row ? row.node.id : null;
}

function rowsWithin(rows: readonly OutlineRow[], key: string): OutlineRow[] {
  const from = rows.findIndex((row) => row.key === key);
  const first = rows[from];
  if (!first) return [];
  const after = rows.findIndex((row, at) => at > from && row.level <= first.level);
  const part = rows.slice(from, after < 0 ? undefined : after);
  return part.map((row, at) => (at === 0 ? { ...row, position: 1, siblings: 1 } : row));
}
