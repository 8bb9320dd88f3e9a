"use client";
import { useState, useTransition } from "react";
import { useSession } from "@/components/skills/editor/session-context";
import { useModel } from "@/components/skills/tree/model-context";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { proposeBehavioursAction } from "@/lib/skills/drafting/actions";
import { addBehaviour } from "@/lib/skills/tree/edits/add";
import type { NeedNode, SkillNode } from "@/lib/skills/tree/node";

/** Behaviours a language model drafts, one by one to be taken over; only where one is configured. */
export function DraftedBehaviours({ skill, need }: { skill: SkillNode; need: NeedNode | null }) {
  const session = useSession();
  const { drafting, view } = useModel();
  const [drafts, setDrafts] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  if (!drafting || !need) return null;
  const nameOf = (id: string | null) => {
    const node = id ? view.index().tree.get(id) : undefined;
    return node && "name" in node ? node.name : null;
  };
  const ask = () =>
    startTransition(async () => {
      const existing = (view.index().behavioursOf.get(skill.id) ?? []).map(({ statement }) => statement);
      const result = await answered(
        proposeBehavioursAction({
          role: nameOf(need.roleId) ?? skill.name,
          task: nameOf(need.taskId),
          skill: skill.name,
          facet: need.facet ?? skill.facet,
          existing,
        }),
      );
      setProblem(result.ok ? null : result.error.message);
      setDrafts(result.ok ? (result.data?.drafts ?? []).map(({ statement }) => statement) : []);
    });
  const take = (statement: string) => {
    const faults = session.edit((index) =>
      addBehaviour(
        index,
        { id: crypto.randomUUID(), statement, skillId: skill.id, facet: need.facet ?? skill.facet },
        need.id,
      ),
    );
    setProblem(faults[0]?.message ?? null);
    if (faults.length === 0) setDrafts(drafts.filter((draft) => draft !== statement));
  };
  return (
    <div className="space-y-2">
      <Button pending={pending} onClick={ask}>
        Draft behaviours with {drafting.model}
      </Button>
      <p className="text-caption text-ink-3">Nothing is kept until you add it. Names of people are not sent.</p>
      {problem ? <p className="text-table text-worse">{problem}</p> : null}
      <ul className="space-y-2">
        {drafts.map((draft) => (
          <li key={draft} className="border-l-2 border-rule pl-3 text-table">
            {draft}{" "}
            <Button look="inline" onClick={() => take(draft)}>
              Add it
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
