"use client";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";

type PopoverWindowProps = {
  anchor: RefObject<HTMLElement | null>;
  title: string;
  align: "start" | "end";
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

export function PopoverWindow({ anchor, title, align, open, onOpenChange, children }: PopoverWindowProps) {
  // The trigger closes by itself; were it counted as elsewhere, its press would close and open again.
  const isOnTrigger = ({ target }: Event) => target instanceof Node && anchor.current?.contains(target);
  return (
    <Base.Root open={open} onOpenChange={(next, { event }) => (isOnTrigger(event) ? null : onOpenChange(next))}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align={align} sideOffset={6} collisionPadding={12} className="z-40">
          <Base.Popup className="max-w-[min(22rem,calc(100vw-1.5rem))] rounded-control border border-ink bg-paper p-4 text-body text-ink">
            <Base.Title className="mb-1 text-body font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
