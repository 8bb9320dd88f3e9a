"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { announce } from "@/components/ui/toaster";
import { removeEventAction } from "@/lib/calendar/actions";

/** Takes an event off the calendar, after one question. */
export function RemoveEvent({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const remove = () =>
    startTransition(async () => {
      const result = await answered(removeEventAction({ id }));
      if (!result.ok) return setError(result.error.message);
      setOpen(false);
      announce("Event removed", "Initiatives are checked without it when they are next opened.");
    });
  return (
    <Dialog
      title={`Remove “${name}”`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Remove ${name}`} {...opening}>
          Remove
        </Button>
      )}
      description="Results are from then on held against the calendar without it. That it was there stays in the audit log."
    >
      <div role="alert">{error ? <p className="mb-4 font-medium text-worse">{error}</p> : null}</div>
      <Button look="danger" pending={pending} onClick={remove}>
        Remove the event
      </Button>
    </Dialog>
  );
}
