"use client";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import { removeScenarioAction } from "@/lib/roi/case/actions";
import type { CaseDesk } from "@/lib/roi/case/read-case-desk";
import type { KeptScenario } from "@/lib/roi/case/scenarios";
import { ConfirmRemoval } from "./confirm-removal";

type ScenarioListProps = { desk: Pick<CaseDesk, "may" | "scenarios" | "userId">; onShow(scenario: KeptScenario): void };

/** Scenarios somebody kept, to look at again. */
export function ScenarioList({ desk: { may, scenarios, userId }, onShow }: ScenarioListProps) {
  const formats = useFormats();
  if (scenarios.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 text-lead">Kept scenarios</h3>
      <ul className="mt-1 divide-y divide-rule">
        {scenarios.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <span>
              {one.name}
              <span className="block text-caption text-ink-3">
                {one.by ?? "Somebody"}, {formats.shortDate(one.keptOn)}
              </span>
            </span>
            <span className="screen-only flex gap-3">
              <Button look="inline" aria-label={`Show ${one.name}`} onClick={() => onShow(one)}>
                Show
              </Button>
              {may.edit || (one.byId !== null && one.byId === userId) ? (
                <ConfirmRemoval
                  what={one.name}
                  says="The case is not touched."
                  remove={removeScenarioAction}
                  input={{ id: one.id }}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
