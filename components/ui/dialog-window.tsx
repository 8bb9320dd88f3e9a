"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";

type DialogWindowProps = {
  title: string;
  description?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

export function DialogWindow({ title, description, open, onOpenChange, children }: DialogWindowProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_260/0.5)]" />
        <Base.Popup className="fixed inset-x-3 top-[8vh] z-50 mx-auto max-h-[84vh] max-w-xl overflow-y-auto rounded-control border border-ink bg-paper p-5 text-ink">
          <div className="mb-3 flex items-start justify-between gap-4">
            <Base.Title className="text-lead sm:text-section">{title}</Base.Title>
            <Base.Close aria-label="Close" className="target inline-flex min-w-8 items-center justify-center">
              <X aria-hidden="true" size={18} />
            </Base.Close>
          </div>
          {description ? (
            <Base.Description render={<div />} className="mb-4 text-body text-ink-2">
              {description}
            </Base.Description>
          ) : null}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
