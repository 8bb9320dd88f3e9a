"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { openStartAction } from "@/lib/start/actions";
import type { StartRole } from "@/lib/start/judge-role";

const first = 5;

/** Roles to begin with, best seen first, each with its reasons. */
export function RoleList({ roles }: { roles: readonly StartRole[] }) {
  const [error, setError] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const begin = (roleId: string) => {
    setChosen(roleId);
    startTransition(async () => {
      const result = await answered(openStartAction({ roleId }));
      if (!result.ok) return setError(result.error.message);
      router.push(`/start/${result.data.id}`);
    });
  };
  const item = (role: StartRole) => (
    <li key={role.id} className="grid gap-x-6 gap-y-2 border-t border-rule py-4 sm:grid-cols-[1fr_auto]">
      <div>
        <h3 className="text-lead">{role.name}</h3>
        <p className="text-table text-ink-2 tabular-nums">{role.score} of 5 reasons to begin here</p>
        <ul className="mt-2 grid gap-x-8 gap-y-1 text-table sm:grid-cols-2">
          {role.reasons.map(({ id, points, says }) => (
            <li key={id} className="flex gap-2">
              <span className="w-16 shrink-0 font-medium">{pointWords[points]}</span>
              <span className="text-ink-2">{says}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="self-center">
        <Button
          onClick={() => begin(role.id)}
          pending={pending && chosen === role.id}
          aria-label={`Begin with ${role.name}`}
        >
          Begin
        </Button>
      </div>
    </li>
  );
  return (
    <>
      <div role="alert">{error ? <p className="mb-3 font-medium text-worse">{error}</p> : null}</div>
      <ol className="border-b border-rule">{roles.slice(0, first).map(item)}</ol>
      {roles.length > first ? (
        <Disclosure summary={`${roles.length - first} more roles`}>
          <ol>{roles.slice(first).map(item)}</ol>
        </Disclosure>
      ) : null}
    </>
  );
}

const pointWords = { 0: "Against", 0.5: "Partly", 1: "For" } as const;
