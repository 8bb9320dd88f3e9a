"use client";
import { levelText } from "@/components/skills/level-words";
import { useModel, useTreeIndex } from "@/components/skills/tree/model-context";
import { DefinitionList } from "@/components/ui/definition-list";
import { behavioursOfNeed } from "@/lib/skills/tree/belonging";
import type { NeedNode, SkillNode } from "@/lib/skills/tree/node";
import { depthWords, facetWords, riskWords } from "@/lib/skills/tree/vocabulary";
import { DetailHead, DetailPart, NodeLink } from "./detail-parts";
import { NeededBy } from "./needed-by";
import { PractiseWith } from "./practise-with";
import { targetOf } from "./target-of";

const varies = "Differs by behaviour and task";

export function SkillDetail({ skill, need }: { skill: SkillNode; need: NeedNode | null }) {
  const index = useTreeIndex();
  const { owners } = useModel();
  const behaviours = need ? behavioursOfNeed(index, need) : (index.behavioursOf.get(skill.id) ?? []);
  const [facet, risk, depth] = [need?.facet ?? skill.facet, need?.risk ?? skill.risk, need?.depth ?? skill.depth];
  return (
    <>
      <DetailHead kind={need?.critical ? "Skill · critical here" : "Skill"} name={skill.name}>
        {skill.summary}
      </DetailHead>
      <DetailPart title="What good looks like">
        {behaviours.length === 0 ? (
          <p className="text-table text-ink-2">
            No behaviours yet. As long as nobody says what can be seen of this skill, it can be certified and not
            observed.
          </p>
        ) : (
          <ol className="space-y-3">
            {behaviours.map((behaviour) => {
              const target = targetOf(need, behaviour.id);
              const anchor = behaviour.anchors?.[Math.ceil(target) - 1];
              return (
                <li key={behaviour.id} className="border-l-2 border-line pl-3">
                  <p className="text-body">
                    <NodeLink id={behaviour.id}>{behaviour.statement}</NodeLink>
                  </p>
                  <p className="text-table text-ink-2">
                    Level {target}, {levelText(target).toLowerCase()}
                    {anchor ? `: ${anchor}` : ""}
                  </p>
                </li>
              );
            })}
          </ol>
        )}
      </DetailPart>
      <DetailPart title={need ? "The skill here" : "The skill"}>
        <DefinitionList
          items={[
            ["Facet", facet ? facetWords[facet] : varies],
            ["Risk", risk ? riskWords[risk] : varies],
            ["Depth", depth ? depthWords[depth] : varies],
            [
              "Evidence ages",
              skill.halfLifeDays ? `Half of it in ${skill.halfLifeDays} days` : "As the rules of evidence say",
            ],
            ["Owner", skill.ownerId ? (owners.get(skill.ownerId) ?? "Somebody who has left") : "Nobody yet"],
            ...(skill.rangeReason ? [["Number of behaviours", skill.rangeReason] as const] : []),
          ]}
        />
      </DetailPart>
      <PractiseWith nodeId={skill.id} />
      <NeededBy skillId={skill.id} />
    </>
  );
}
