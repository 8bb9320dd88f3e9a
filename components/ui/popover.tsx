"use client";
import dynamic from "next/dynamic";
import { type ReactElement, type ReactNode, useRef } from "react";
import { type OpeningProps, useOpening } from "./use-opening";

type PopoverProps = {
  /** Draws the element that opens it: a button. */
  trigger: (opening: OpeningProps) => ReactElement;
  title: string;
  children: ReactNode;
  align?: "start" | "end";
};

const load = () => import("./popover-window");
const PopoverWindow = dynamic(() => load().then((loaded) => loaded.PopoverWindow), { ssr: false });

/** More about the thing it hangs on. Opens on press, closes on Escape or a press elsewhere. */
export function Popover({ trigger, title, children, align = "start" }: PopoverProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { isOpen, used, setOpen, opening } = useOpening({}, load);
  return (
    <>
      <span ref={anchor} className="inline-flex min-w-0">
        {trigger(opening)}
      </span>
      {used ? (
        <PopoverWindow anchor={anchor} title={title} align={align} open={isOpen} onOpenChange={setOpen}>
          {children}
        </PopoverWindow>
      ) : null}
    </>
  );
}
