"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { type Chosen, useChoices } from "./choices-provider";

type Props = {
  changes: Record<string, Chosen>;
  look?: "secondary" | "primary" | "inline" | "plain";
  disabled?: boolean;
  children: ReactNode;
};

/** Makes some choices at once. */
export function ChoiceLink({ changes, look = "inline", disabled = false, children }: Props) {
  const { choose } = useChoices();
  return (
    <Button look={look} disabled={disabled} onClick={() => choose(changes)}>
      {children}
    </Button>
  );
}
