import { Tabs } from "@/components/ui/tabs";
import type { StartStep } from "@/lib/start/input";
import type { Start } from "@/lib/start/start";

const names: Record<StartStep, string> = {
  role: "1 Role",
  behaviours: "2 Behaviours",
  sources: "3 Where it shows",
  assessment: "4 Who looks",
  comparison: "5 Before and after",
};

/** The steps, each with whether it is done; all of them can be gone back to. */
export function StartSteps({ start, current }: { start: Start; current: StartStep }) {
  return (
    <Tabs
      label="Steps"
      tabs={(Object.keys(names) as StartStep[]).map((step) => ({
        href: `/start/${start.id}?step=${step}`,
        label: names[step],
        current: step === current,
        ...(isDone(start, step) && { count: "done" }),
      }))}
    />
  );
}

function isDone({ choices, initiatives }: Pick<Start, "choices" | "initiatives">, step: StartStep): boolean {
  if (step === "role") return true;
  if (step === "behaviours") return (choices.behaviourIds ?? []).length > 0;
  if (step === "sources")
    return (
      (choices.behaviourIds ?? []).length > 0 &&
      choices.sources !== undefined &&
      (choices.behaviourIds ?? []).every((id) => id in (choices.sources ?? {}))
    );
  if (step === "assessment") return choices.asked === true;
  return initiatives.length > 0;
}

/** Where to go on: the first step that is not done. */
export function nextOf(start: Start): StartStep {
  return (Object.keys(names) as StartStep[]).find((step) => !isDone(start, step)) ?? "comparison";
}
