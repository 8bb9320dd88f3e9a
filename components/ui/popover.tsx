"use client";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

type PopoverProps = {
  /** The element that opens it: a button or something rendered as one. */
  trigger: ReactElement;
  title?: string;
  /** What screen readers call it when it shows no title. */
  label?: string;
  children: ReactNode;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
};

/** More about the thing it hangs on. Opens on press, closes on Escape or a press elsewhere. */
export function Popover({ trigger, title, label = "More", children, side = "bottom", align = "start" }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={12} className="z-40">
          <Base.Popup
            {...(title ? {} : { "aria-label": label })}
            className="max-w-[min(22rem,calc(100vw-1.5rem))] rounded-control border border-ink bg-paper p-4 text-body text-ink"
          >
            {title ? <Base.Title className="mb-1 text-body font-semibold">{title}</Base.Title> : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
