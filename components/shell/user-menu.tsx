"use client";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { forgetRound } from "@/components/observe/kept-round";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

type UserMenuProps = { name: string; email: string; roles: readonly string[]; theme: Theme };

/** Who is signed in, how it looks, and the way out. */
export function UserMenu({ name, email, roles, theme }: UserMenuProps) {
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    const { signOut } = await import("next-auth/react");
    await signOut({ redirect: false });
    await forgetRound();
    window.location.assign("/sign-in");
  };
  return (
    <Popover
      align="end"
      title={name}
      trigger={(opening) => (
        <Button
          look="plain"
          className="max-w-48 px-2 text-ink"
          aria-label={`${name}: account and colours`}
          {...opening}
        >
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden="true" size={15} className="shrink-0" />
        </Button>
      )}
    >
      <div className="w-60 max-w-full space-y-4">
        <div>
          <p className="text-table break-all text-ink-2">{email}</p>
          <p className="text-table text-ink-2">{roles.length > 0 ? roles.join(", ") : "No role yet"}</p>
        </div>
        <ThemeSwitch initial={theme} />
        <Button pending={leaving} onClick={() => void leave()} className="w-full">
          Sign out
        </Button>
      </div>
    </Popover>
  );
}
