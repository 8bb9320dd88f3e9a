"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { PublicError } from "@/lib/errors";
import { closeCalibrationAction, removeCalibrationAction } from "@/lib/trust/calibrations/actions";

/** Closes a calibration early; one nobody has rated can be taken back instead. */
export function ChangeCalibration({ id, raters }: { id: string; raters: number }) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const isUnrated = raters === 0;
  const confirm = () =>
    startTransition(async () => {
      const result = await answered(isUnrated ? removeCalibrationAction({ id }) : closeCalibrationAction({ id }));
      if (result && !result.ok) return setError(result.error);
      setOpen(false);
    });
  return (
    <Dialog
      title={isUnrated ? "Take the calibration back" : "Close the calibration now"}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>{isUnrated ? "Take it back" : "Close it now"}</Button>}
      description={
        isUnrated
          ? "Nobody has rated it: it goes, with the work and the behaviours chosen."
          : "Nobody can rate it or change what they gave any more, and the result shows. It cannot be opened again."
      }
    >
      <div role="alert">{error ? <p className="mb-3 font-medium text-worse">{error.message}</p> : null}</div>
      <Button look="danger" pending={pending} onClick={confirm}>
        {isUnrated ? "Take it back" : "Close it"}
      </Button>
    </Dialog>
  );
}
