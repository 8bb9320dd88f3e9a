"use client";
import type { ReactNode } from "react";
import { useModel } from "@/components/skills/tree/model-context";

/** What the node is, its name, and a sentence. */
export function DetailHead({ kind, name, children }: { kind: ReactNode; name: string; children?: ReactNode }) {
  return (
    <header>
      <p className="text-caption text-ink-3">{kind}</p>
      <h2 className="mt-1 text-lead leading-snug sm:text-section">{name}</h2>
      {children ? <div className="mt-2 max-w-prose text-body text-ink-2">{children}</div> : null}
    </header>
  );
}

export function DetailPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 border-b border-rule pb-1 text-body">{title}</h3>
      {children}
    </section>
  );
}

/** Goes to another node in the tree. */
export function NodeLink({ id, children }: { id: string; children: ReactNode }) {
  const { view } = useModel();
  return (
    <button type="button" className="link text-left" onClick={() => view.show(id)}>
      {children}
    </button>
  );
}
