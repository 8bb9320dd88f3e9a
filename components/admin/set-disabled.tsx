"use client";
import { useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toaster";
import { setDisabledAction } from "@/lib/access/actions";

type SetDisabledProps = { userId: string; name: string; disabled: boolean };

/** Keeps a user out or lets them in again; nothing of theirs is deleted, so no question is asked. */
export function SetDisabled({ userId, name, disabled }: SetDisabledProps) {
  const [pending, startTransition] = useTransition();
  const change = () =>
    startTransition(async () => {
      const result = await answered(setDisabledAction({ userId, disabled: !disabled }));
      if (!result.ok) announce("Not changed", result.error.message);
      else announce(disabled ? "Enabled" : "Disabled", `${name} can${disabled ? "" : "not"} sign in.`);
    });
  return (
    <Button look="inline" pending={pending} onClick={change} aria-label={`${disabled ? "Enable" : "Disable"} ${name}`}>
      {disabled ? "Enable" : "Disable"}
    </Button>
  );
}
