"use client";
import { useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toaster";
import { refreshProposalsAction } from "@/lib/skills/proposals/actions";

/** Looks at the evidence now; it is looked at every night as well. */
export function RefreshProposals() {
  const [pending, startTransition] = useTransition();
  const look = () =>
    startTransition(async () => {
      const result = await answered(refreshProposalsAction({}));
      if (!result.ok) return announce("The evidence could not be looked at", result.error.message);
      const { open, added, gone } = result.data;
      announce("The evidence was looked at", `${open} open, ${added} of them new; ${gone} gone.`);
    });
  return (
    <Button pending={pending} onClick={look}>
      Look at the evidence now
    </Button>
  );
}
