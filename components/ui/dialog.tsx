"use client";
import dynamic from "next/dynamic";
import type { ReactElement, ReactNode } from "react";
import { type OpeningProps, useOpening } from "./use-opening";

type DialogProps = {
  title: string;
  description?: ReactNode;
  /** Draws the element that opens it, usually `(opening) => <Button {...opening}>Add user</Button>`. */
  trigger: (opening: OpeningProps) => ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

const load = () => import("./dialog-window");
const DialogWindow = dynamic(() => load().then((loaded) => loaded.DialogWindow), { ssr: false });

/** A task that must be finished or left before going on. Traps focus, closes on Escape. */
export function Dialog({ title, description, trigger, children, ...control }: DialogProps) {
  const { isOpen, used, setOpen, opening } = useOpening(control, load);
  return (
    <>
      {trigger(opening)}
      {used ? (
        <DialogWindow title={title} description={description} open={isOpen} onOpenChange={setOpen}>
          {children}
        </DialogWindow>
      ) : null}
    </>
  );
}
