"use client";
import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import { takeAnnouncements } from "./announcements";

const manager = Toast.createToastManager();

/** Shows what waits to be announced whenever `count` has grown. */
export function Toasts({ count }: { count: number }) {
  useEffect(() => {
    if (count > 0) for (const announcement of takeAnnouncements()) manager.add(announcement);
  }, [count]);
  return (
    <Toast.Provider toastManager={manager} timeout={6000}>
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-3 bottom-3 z-50 mx-auto flex max-w-md flex-col gap-2 sm:left-auto sm:mx-0">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Shown() {
  return Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="flex items-start justify-between gap-3 rounded-control border border-ink bg-paper p-3 text-body text-ink"
    >
      <div>
        <Toast.Title className="font-sans text-body font-semibold" />
        <Toast.Description className="text-table text-ink-2" />
      </div>
      <Toast.Close aria-label="Dismiss" className="target inline-flex min-w-8 items-center justify-center">
        <X aria-hidden="true" size={16} />
      </Toast.Close>
    </Toast.Root>
  ));
}
