"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { closeSurveyAction, openSurveyAction } from "@/lib/surveys/actions";

type Turned = { id: string; revision: number };

/** Opens a planned survey today. */
export function OpenSurvey({ survey }: { survey: Turned }) {
  const { submit, pending, message } = useSaving(openSurveyAction, () => announce("The survey is open"));
  return (
    <>
      <Button pending={pending} onClick={() => submit(survey)}>
        Open it today
      </Button>
      <SaveError message={message} />
    </>
  );
}

/** Closes a survey for good. */
export function CloseSurvey({ survey }: { survey: Turned }) {
  const [open, setOpen] = useState(false);
  const { submit, pending, message } = useSaving(closeSurveyAction, () => {
    setOpen(false);
    announce("The survey is closed");
  });
  return (
    <Dialog
      title="Close the survey"
      description="Its links stop working at once and it cannot be opened again. Answers stay."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>Close it</Button>}
    >
      <SaveError message={message} />
      <Button look="danger" pending={pending} onClick={() => submit(survey)}>
        Close the survey
      </Button>
    </Dialog>
  );
}
