import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import type { Difference, NodeDifference } from "@/lib/skills/tree/compare-trees";
import { kindWords } from "@/lib/skills/tree/vocabulary";

const whatLooks = { added: "text-trained", changed: "text-ink", removed: "text-worse" };
const whatWords = { added: "Added", changed: "Changed", removed: "Taken out" };

/** How many of each, in words. */
export function countsText({ added, changed, removed }: Difference["counts"]): string {
  const parts = [
    added > 0 ? `${added} added` : "",
    changed > 0 ? `${changed} changed` : "",
    removed > 0 ? `${removed} taken out` : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "Nothing changed";
}

type DifferenceListProps = {
  difference: Difference;
  /** Makes a link of a node that can be opened. */
  nodeLink?: (nodeId: string, name: string) => ReactNode;
};

/** What differs between two states of the taxonomy, in words, by role and by skill. */
export function DifferenceList({ difference, nodeLink }: DifferenceListProps) {
  return difference.groups.map((group) => (
    <Disclosure
      key={`${group.kind}-${group.id}`}
      open={difference.groups.length <= 12}
      className="border-b border-rule"
      summary={
        <span className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-serif text-body font-semibold">{group.name}</span>
          <span className="text-caption text-ink-3">
            {kindWords[group.kind].toLowerCase()} ·{" "}
            {group.nodes.length === 1 ? "1 entry" : `${group.nodes.length} entries`}
          </span>
        </span>
      }
    >
      <ul className="space-y-3">
        {group.nodes.map((node) => (
          <li key={node.nodeId} className="text-table">
            <p>
              <span className={`font-medium ${whatLooks[node.what]}`}>
                {node.became ? "Merged" : whatWords[node.what]}
              </span>{" "}
              <span className="text-ink-3">{kindWords[node.kind].toLowerCase()}</span>{" "}
              {node.what !== "removed" && nodeLink ? nodeLink(node.nodeId, node.name) : node.name}
              {node.became ? <span className="text-ink-3"> into “{node.became}”</span> : null}
            </p>
            <Fields node={node} />
          </li>
        ))}
      </ul>
    </Disclosure>
  ));
}

function Fields({ node }: { node: NodeDifference }) {
  if (node.fields.length === 0) return null;
  return (
    <dl className="mt-1 space-y-1 border-l-2 border-rule pl-3">
      {node.fields.map(({ field, label, before, after }) => (
        <div key={field} className="grid gap-x-3 sm:grid-cols-[9rem_1fr]">
          <dt className="text-ink-3">{label}</dt>
          <dd>
            {before === null ? null : (
              <del className="text-ink-3">
                <span className="sr-only">before: </span>
                {before}
              </del>
            )}
            {before !== null && after !== null ? <span aria-hidden="true"> → </span> : null}
            {after === null ? (
              <span className="text-ink-3">{before === null ? "" : " (now empty)"}</span>
            ) : (
              <ins className="no-underline">
                <span className="sr-only">now: </span>
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
