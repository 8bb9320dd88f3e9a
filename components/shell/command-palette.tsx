"use client";
import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useCallback, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Destination } from "./navigation";

const PaletteSearch = dynamic(() => import("./palette-search").then((loaded) => loaded.PaletteSearch), { ssr: false });

/** Goes anywhere by name: Ctrl or Cmd with K, or the button. */
export function CommandPalette({ destinations }: { destinations: readonly Destination[] }) {
  const [open, setOpen] = useState(false);
  const { early, taken } = useEarlyKeys(open);
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
      <PaletteSearch destinations={destinations} early={early} onShown={taken} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

/** What is typed before the field has arrived: kept for it, and kept from whatever has the focus meanwhile. */
function useEarlyKeys(open: boolean) {
  const [early, setEarly] = useState("");
  const [isShown, setShown] = useState(false);
  const taken = useCallback(() => setShown(true), []);
  useEffect(() => {
    if (!open) {
      setEarly("");
      setShown(false);
    }
    if (!open || isShown) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length === 1) setEarly((typed) => typed + event.key);
      else if (event.key !== "Enter") return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [open, isShown]);
  return { early, taken };
}
