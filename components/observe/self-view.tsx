"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import { levelWords } from "@/lib/evidence/levels";
import { rateSelfAction } from "@/lib/observe/self/actions";
import type { SelfLine } from "@/lib/observe/self/read-self-view";
import { LevelChoice } from "./level-choice";

/** Own behaviours: what one says of oneself on one side, what others saw on the other. */
export function SelfView({ lines }: { lines: readonly SelfLine[] }) {
  return (
    <ul className="max-w-3xl divide-y divide-rule border-y border-rule">
      {lines.map((line) => (
        <OwnBehaviour key={line.behaviourId} line={line} />
      ))}
    </ul>
  );
}

function OwnBehaviour({ line }: { line: SelfLine }) {
  const formats = useFormats();
  const { behaviourId, statement, skill, anchors, own, others } = line;
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState("");
  const [level, setLevel] = useState(own?.level ?? null);
  const [pending, setPending] = useState(false);
  const save = async () => {
    if (level === null) return setProblem("Choose a level");
    setProblem("");
    setPending(true);
    const result = await rateSelfAction({ behaviourId, level }).catch(() => null);
    if (result?.ok) setOpen(false);
    else setProblem(result?.error.message ?? "The server could not be reached. Nothing was changed.");
    setPending(false);
  };
  return (
    <li className="py-3">
      <p className="font-medium">{statement}</p>
      <p className="text-table text-ink-3">{skill}</p>
      <dl className="mt-2 grid grid-cols-2 gap-4 text-table">
        <div>
          <dt className="text-ink-3">You say</dt>
          <dd>
            {own
              ? `${own.level} ${levelWords[own.level as keyof typeof levelWords] ?? ""}, ${formats.date(own.on)}`
              : "nothing yet"}
          </dd>
        </div>
        <div>
          <dt className="text-ink-3">Others saw</dt>
          <dd>
            {others
              ? `${formats.number(others.level, { decimals: 1 })} on average of ${others.ratings}, last ${formats.date(others.on)}`
              : "nothing yet"}
          </dd>
        </div>
      </dl>
      <Button
        look="inline"
        aria-expanded={open}
        aria-label={`Say how you see it: ${statement}`}
        onClick={() => setOpen(!open)}
      >
        {own ? "Say it anew" : "Say how you see it"}
      </Button>
      <p role="alert" className="text-table font-medium text-worse">
        {problem}
      </p>
      {open ? (
        <>
          <LevelChoice legend={statement} anchors={anchors} value={level} onChange={setLevel} />
          <Button look="primary" className="mt-3" pending={pending} onClick={() => void save()}>
            Save
          </Button>
        </>
      ) : null}
    </li>
  );
}
