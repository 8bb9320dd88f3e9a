"use client";
import { Bookmark } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/ui/save-error";
import { listViewsAction } from "@/lib/marks/views/actions";
import type { SavedViews as Views } from "@/lib/marks/views/read-views";
import type { ViewPath } from "@/lib/marks/views/view-pages";
import { SaveViewForm } from "./save-view-form";
import { SharedViews, ViewList } from "./view-list";

/** How many views of others are shown, and how many more each time. */
const atOnce = 20;

/** The menu of saved views of a page: open, save what is shown, rename, share, choose the first, remove. Read when it is opened. */
export function SavedViews({ path }: { path: ViewPath }) {
  const [open, setOpen] = useState(false);
  const [views, setViews] = useState<Views | null>(null);
  const [shown, setShown] = useState(atOnce);
  const [message, setMessage] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const query = useSearchParams().toString();
  const close = () => setOpen(false);
  const load = (mostShared: number) =>
    startTransition(async () => {
      const result = await answered(listViewsAction({ path, mostShared }));
      if (!result.ok) return setMessage(result.error.message);
      setMessage(null);
      setViews(result.data);
      setShown(mostShared);
    });
  const again = () => load(shown);
  return (
    <Dialog
      title="Saved views"
      description="A view is an address under a name. Whoever opens a shared one sees in it what they may see."
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) again();
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
          <ViewList views={views.mine} onOpened={close} onChanged={again} />
          <SharedViews views={views.shared} onOpened={close} onMore={views.more ? () => load(shown + atOnce) : null} />
          <SaveViewForm path={path} query={query} onSaved={again} />
        </div>
      ) : message ? null : (
        <p role="status" className="text-ink-2">
          Reading your views
        </p>
      )}
    </Dialog>
  );
}
