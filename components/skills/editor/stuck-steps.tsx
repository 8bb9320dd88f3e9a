import type { OnTop } from "./put-on-top";

/** What was typed here and no longer fits the draft. It is shown in full, so that it can be entered anew. */
export function StuckSteps({ stuck }: { stuck: OnTop["stuck"] }) {
  if (stuck.length === 0) return null;
  return (
    <div role="alert" className="mb-4 border-l-4 border-worse bg-paper-2 px-4 py-3">
      <p className="font-semibold">
        {stuck.length === 1 ? "One change" : `${stuck.length} changes`} made here no longer fit the draft
      </p>
      <ul className="mt-1 space-y-2 text-table">
        {stuck.map(({ step, faults }) => (
          <li key={step.label}>
            {step.label}: {faults.map(({ message }) => message).join(". ")}
            {step.changes?.flatMap(({ id, after }) =>
              after && after.kind !== "need" ? (
                <q key={id} className="block text-ink-2">
                  {after.kind === "behaviour" ? after.statement : after.name}
                </q>
              ) : (
                []
              ),
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
