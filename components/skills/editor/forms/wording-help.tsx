"use client";
import { useState, useTransition } from "react";
import { WordingList } from "@/components/skills/detail/wording-list";
import { useModel } from "@/components/skills/tree/model-context";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { rewriteBehaviourAction } from "@/lib/skills/drafting/actions";
import type { BehaviourNode } from "@/lib/skills/tree/node";
import { hasBlank } from "@/lib/skills/wording/blank";
import { checkWording } from "@/lib/skills/wording/check-wording";

type WordingHelpProps = { behaviour: BehaviourNode; typed: string; put: (text: string) => void };

/** What in the words typed so far nobody could see, with a rewrite to take over and mend. */
export function WordingHelp({ behaviour, typed, put }: WordingHelpProps) {
  const findings = checkWording(typed);
  return (
    <div aria-live="polite" className="mt-2 space-y-2">
      <WordingList
        findings={findings}
        statement={typed}
        action={({ proposal }) =>
          proposal ? (
            <Button look="inline" onClick={() => put(proposal)}>
              {hasBlank(proposal) ? "Use it and fill in the blank" : "Use it"}
            </Button>
          ) : null
        }
      />
      <Rewrite behaviour={behaviour} typed={typed} put={put} />
    </div>
  );
}

function Rewrite({ behaviour, typed, put }: WordingHelpProps) {
  const { drafting, view } = useModel();
  const [drafts, setDrafts] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  if (!drafting) return null;
  const ask = () =>
    startTransition(async () => {
      const skill = view.index().tree.get(behaviour.skillId);
      const result = await answered(
        rewriteBehaviourAction({
          role: null,
          task: null,
          skill: skill?.kind === "skill" ? skill.name : "",
          statement: typed,
        }),
      );
      setProblem(result.ok ? null : result.error.message);
      setDrafts(result.ok ? (result.data?.drafts ?? []).map(({ statement }) => statement) : []);
    });
  return (
    <>
      <Button look="inline" pending={pending} onClick={ask}>
        Draft other words with {drafting.model}
      </Button>
      {problem ? <p className="text-table text-worse">{problem}</p> : null}
      {drafts.map((draft) => (
        <p key={draft} className="text-table">
          {draft}{" "}
          <Button look="inline" onClick={() => put(draft)}>
            Use it
          </Button>
        </p>
      ))}
    </>
  );
}
