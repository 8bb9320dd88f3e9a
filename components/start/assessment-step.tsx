"use client";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import type { Start } from "@/lib/start/start";
import { useStep } from "./use-step";

/** Step 4: managers look, systems look, and the two are held against each other. */
export function AssessmentStep({ start }: { start: Start }) {
  const formats = useFormats();
  const { save, pending, error } = useStep(start.id, "comparison");
  const { asking, role, choices, signals } = start;
  const behaviours = choices.behaviourIds?.length ?? 0;
  const ratings = (role.people * behaviours * 7) / asking.everyDays;
  const perManager = asking.managers > 0 ? (ratings * asking.secondsPerRating) / 60 / asking.managers : null;
  const bySystem = Object.entries(choices.sources ?? {}).filter(([, source]) => source.kind !== "people");
  const open = bySystem.filter(([id]) => !signals.some(({ behaviourId }) => behaviourId === id)).length;
  return (
    <div className="max-w-prose space-y-5">
      <p>
        {behaviours} behaviours of {formats.number(role.people)} people, each looked at every{" "}
        {formats.number(asking.everyDays)} days, are about {formats.number(Math.ceil(ratings))} observations a week.{" "}
        {perManager === null
          ? "Nobody is named as a manager of these people yet: import people.csv with manager_id."
          : `For ${formats.number(asking.managers)} managers that is ${formats.number(perManager, { decimals: 1 })} minutes a week each; the rules allow ${formats.number(asking.minutesPerWeek)}.`}
      </p>
      {perManager !== null && perManager > asking.minutesPerWeek ? (
        <p className="border-l-4 border-comparison pl-3">
          More than a manager is asked for: rounds then choose whom to look at, critical skills and the least sure ones
          first. Fewer behaviours or longer gaps are set under{" "}
          <Link className="link" href="/skills/evidence">
            Evidence
          </Link>
          .
        </p>
      ) : null}
      <p>
        {bySystem.length === 0
          ? "No work system sees these behaviours, so a second source has to be peers: they review real work under Reviews."
          : open === 0
            ? "Signal rules see every behaviour you named a system for."
            : `${open} of the behaviours you named a system for ${open === 1 ? "has" : "have"} no signal rule yet.`}{" "}
        {open > 0 ? (
          <Link className="link" href="/skills/evidence#signals">
            Write a rule and look at it on history
          </Link>
        ) : null}
      </p>
      <p className="text-ink-2">
        A skill counts as validated when two sources that do not depend on each other agree. What is seen serves
        development: it never enters a rating for pay.
      </p>
      <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
      <Button
        look="primary"
        pending={pending}
        onClick={() => save({ step: "assessment", startId: start.id, asked: true })}
      >
        Managers will look
      </Button>
    </div>
  );
}
