"use client";
import { useState } from "react";

/** What the element that opens something spreads onto itself. */
export type OpeningProps = {
  "aria-haspopup": "dialog";
  "aria-expanded": boolean;
  onClick: () => void;
  onPointerEnter: () => void;
  onFocus: () => void;
};

type Control = { open?: boolean; onOpenChange?: (open: boolean) => void };

/** Whether something is open, and the script it needs: fetched when somebody comes near its trigger, kept once it was opened. */
export function useOpening({ open, onOpenChange }: Control, load: () => Promise<unknown>) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const isOpen = open ?? ownOpen;
  if (isOpen && !used) setUsed(true);
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  // A script that does not arrive is asked for again, and its failure shown, when the thing is opened.
  const prepare = () => void load().catch(() => {});
  const opening: OpeningProps = {
    "aria-haspopup": "dialog",
    "aria-expanded": isOpen,
    onClick: () => setOpen(!isOpen),
    onPointerEnter: prepare,
    onFocus: prepare,
  };
  return { isOpen, used, setOpen, opening };
}
