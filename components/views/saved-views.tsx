"use client";
import { Bookmark } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/work/save-error";
import { listViewsAction } from "@/lib/marks/views/actions";
import type { SavedViews as Views } from "@/lib/marks/views/read-views";
import type { ViewPath } from "@/lib/marks/views/view-pages";
import { SaveViewForm } from "./save-view-form";
import { SharedViews, ViewList } from "./view-list";

/** The menu of saved views of a page: open, save what is shown, rename, share, choose the first, remove. Read when it is opened. */
export function SavedViews({ path }: { path: ViewPath }) {
  const [open, setOpen] = useState(false);
  const [views, setViews] = useState<Views | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const query = useSearchParams().toString();
  const close = () => setOpen(false);
  const load = () =>
    startTransition(async () => {
      const result = await listViewsAction({ path });
      if (!result.ok) return setMessage(result.error.message);
      setMessage(null);
      setViews(result.data);
    });
  return (
    <Dialog
      title="Saved views"
      description="A view is an address under a name. Whoever opens a shared one sees in it what they may see."
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) load();
      }}
      trigger={(opening) => (
        <Button look="plain" {...opening}>
          <Bookmark aria-hidden="true" size={16} />
          Views
        </Button>
      )}
    >
      <SaveError message={message} />
      {views ? (
        <div className="space-y-6">
          <ViewList views={views.mine} onOpened={close} onChanged={load} />
          <SharedViews views={views.shared} onOpened={close} />
          <SaveViewForm path={path} query={query} onSaved={load} />
        </div>
      ) : message ? null : (
        <p role="status" className="text-ink-2">
          Reading your views
        </p>
      )}
    </Dialog>
  );
}
