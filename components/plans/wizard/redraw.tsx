"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useChoices } from "./choices-provider";

/** Drawing again is a deed of its own: it is counted, and the count stands with the plan. */
export function Redraw({ number }: { number: number }) {
  const { choose } = useChoices();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Draw again"
      open={open}
      onOpenChange={setOpen}
      description={`Draw ${number} is set aside and a new seed is used. How often lots were drawn is kept with the plan and shown with its result: who draws until it suits has not drawn lots.`}
      trigger={(opening) => <Button {...opening}>Draw again</Button>}
    >
      <Button
        look="primary"
        onClick={() => {
          choose({ draw: String(number + 1) });
          setOpen(false);
        }}
      >
        Draw again
      </Button>
    </Dialog>
  );
}
