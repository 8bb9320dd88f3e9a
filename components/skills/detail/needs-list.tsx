"use client";
import { levelText } from "@/components/skills/level-words";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { placesOf } from "@/lib/skills/tree/belonging";
import { facetWords } from "@/lib/skills/tree/vocabulary";
import { NodeLink } from "./detail-parts";
import { targetOf } from "./target-of";

/** The skills a task, or a role at large, needs: by facet, with the level and the behaviours that show it. */
export function NeedsList({ parentId }: { parentId: string }) {
  const index = useTreeIndex();
  const places = placesOf(index, parentId);
  if (places.length === 0) return <p className="text-table text-ink-2">No skills yet.</p>;
  return places.map(({ facet, needs }) => (
    <div key={facet ?? "none"} className="mb-4">
      <h4 className="mb-1 text-caption text-ink-3">{facet ? facetWords[facet] : "No facet yet"}</h4>
      <ul className="space-y-2">
        {needs.map(({ need, skill, behaviours }) => (
          <li key={need.id} className="border-l-2 border-rule pl-3">
            <p className="text-body">
              <NodeLink id={need.id}>{skill.name}</NodeLink>
              <span className="text-table text-ink-3">
                {" "}
                · level {targetOf(need)}, {levelText(targetOf(need)).toLowerCase()}
              </span>
            </p>
            {behaviours.length > 0 ? (
              <ul className="mt-1 list-disc pl-4 text-table text-ink-2 marker:text-ink-3">
                {behaviours.map(({ id, statement }) => (
                  <li key={id}>{statement}</li>
                ))}
              </ul>
            ) : (
              <p className="text-table text-ink-3">No behaviours yet</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  ));
}
