"use client";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { announce } from "@/components/ui/toaster";
import { activateSignalAction, retireSignalAction } from "@/lib/evidence/signals/actions";

type SignalStepsProps = { id: string; status: "draft" | "active"; since: string };

/** Activates a draft, retires a rule in force, or throws a draft away. */
export function SignalSteps({ id, status, since }: SignalStepsProps) {
  const isDraft = status === "draft";
  return (
    <>
      {isDraft ? (
        <Step
          id={id}
          trigger="Activate"
          title="Activate this rule"
          text={`It rates every month from ${since} on that is over, and each month to come. Ratings count as seen by systems, and people see them on their page with what they rest on.`}
          verb="Activate"
          done={["Active", "Ratings are being written."]}
          act={activateSignalAction}
        />
      ) : null}
      <Step
        id={id}
        trigger={isDraft ? "Throw away" : "Retire"}
        title={isDraft ? "Throw this draft away" : "Retire this rule"}
        text={
          isDraft ? "It has rated nobody." : "It rates no more. What it rated stays and ages as other evidence does."
        }
        verb={isDraft ? "Throw away" : "Retire"}
        done={isDraft ? ["Thrown away", ""] : ["Retired", "It rates no more."]}
        act={retireSignalAction}
        leaves={isDraft}
      />
    </>
  );
}

type StepProps = {
  id: string;
  trigger: string;
  title: string;
  text: string;
  verb: string;
  done: [string, string];
  act: typeof activateSignalAction;
  leaves?: boolean;
};

function Step({ id, trigger, title, text, verb, done, act, leaves = false }: StepProps) {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const go = () =>
    startTransition(async () => {
      const result = await answered(act({ id }));
      if (!result.ok) return setError(result.error.message);
      setOpen(false);
      announce(...done);
      if (leaves) router.push("/skills/evidence/signals");
    });
  return (
    <Dialog
      title={title}
      description={text}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look={trigger === "Activate" ? "primary" : "secondary"} {...opening}>
          {trigger}
        </Button>
      )}
    >
      <div role="alert">{error ? <p className="mb-3 font-medium text-worse">{error}</p> : null}</div>
      <Button look={verb === "Activate" ? "primary" : "danger"} onClick={go} pending={pending}>
        {verb}
      </Button>
    </Dialog>
  );
}
