"use client";
import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Destination } from "./navigation";

const PaletteSearch = dynamic(() => import("./palette-search").then((loaded) => loaded.PaletteSearch), { ssr: false });

/** Goes anywhere by name: Ctrl or Cmd with K, or the button. */
export function CommandPalette({ destinations }: { destinations: readonly Destination[] }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <Dialog
      title="Go to"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="plain" className="px-2 text-ink-2" aria-keyshortcuts="Control+K Meta+K" {...opening}>
          <Search aria-hidden="true" size={18} />
          <span className="max-sm:sr-only">Go to</span>
          <span aria-hidden="true" className="border border-rule px-1 text-caption text-ink-3 max-lg:hidden">
            Ctrl K
          </span>
        </Button>
      )}
    >
      <PaletteSearch destinations={destinations} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
