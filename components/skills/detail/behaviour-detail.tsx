"use client";
import { findingsOf } from "@/components/skills/tree/findings";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { DefinitionList } from "@/components/ui/definition-list";
import type { BehaviourNode, NeedNode } from "@/lib/skills/tree/node";
import { facetWords, witnessWords } from "@/lib/skills/tree/vocabulary";
import { AnchorLadder } from "./anchor-ladder";
import { DetailHead, DetailPart, NodeLink } from "./detail-parts";
import { EvidenceSoFar } from "./evidence-so-far";
import { PractiseWith } from "./practise-with";
import { targetOf } from "./target-of";
import { WordingList } from "./wording-list";

export function BehaviourDetail({ behaviour, need }: { behaviour: BehaviourNode; need: NeedNode | null }) {
  const { tree } = useTreeIndex();
  const skill = tree.get(behaviour.skillId);
  const findings = findingsOf(behaviour);
  const kind = `${behaviour.ofTeam ? "Behaviour of a team" : "Behaviour"}${behaviour.facet ? ` · ${facetWords[behaviour.facet]}` : ""}`;
  return (
    <>
      <DetailHead kind={kind} name={behaviour.statement}>
        {skill?.kind === "skill" ? (
          <p className="text-table">
            Shows the skill <NodeLink id={skill.id}>{skill.name}</NodeLink>
          </p>
        ) : null}
      </DetailHead>
      <DetailPart title="What good looks like">
        <AnchorLadder anchors={behaviour.anchors} target={targetOf(need, behaviour.id)} inRole={need !== null} />
      </DetailPart>
      <DetailPart title="How it is seen">
        <DefinitionList
          items={[
            ["Seen by", behaviour.seenBy.map((witness) => witnessWords[witness]).join(", ") || "Nobody named yet"],
            ["Rated for", behaviour.ofTeam ? "Each member of a team, together" : "One person at a time"],
            ["Evidence so far", <EvidenceSoFar key="evidence" nodeId={behaviour.id} kind="behaviour" />],
          ]}
        />
      </DetailPart>
      <PractiseWith nodeId={behaviour.id} />
      {findings.length > 0 ? (
        <DetailPart title="Wording">
          <WordingList findings={findings} statement={behaviour.statement} />
        </DetailPart>
      ) : null}
    </>
  );
}
