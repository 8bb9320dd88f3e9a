"use client";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { useFormats } from "@/components/ui/formats-provider";
import { LiveRegion } from "@/components/ui/live-region";
import { moneyText } from "@/lib/format/money-text";
import { type ConservativeRule, conservativeRules } from "@/lib/money/conservative-rules";
import type { CaseDesk } from "@/lib/roi/case/read-case-desk";
import type { KeptScenario } from "@/lib/roi/case/scenarios";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { KeepScenario } from "./keep-scenario";
import { KnobSlider } from "./knob-slider";
import { MoneyHeadline } from "./money-headline";
import { ScenarioList } from "./scenario-list";
import { useCaseResult } from "./use-case-result";
import { knobsOf, movable, whyNothingLasts } from "./what-if-knobs";

type WhatIfProps = { money: InitiativeMoney; desk: Pick<CaseDesk, "may" | "scenarios" | "userId"> };

/** Other values and other rules, tried beside the case, which stays as it is. */
export function WhatIf({ money, desk }: WhatIfProps) {
  const formats = useFormats();
  const [overrides, setOverrides] = useState<Record<string, number>>({});
  const [switchedOff, setSwitchedOff] = useState<ConservativeRule[]>([]);
  const knobs = useMemo(() => knobsOf(money), [money]);
  const shown = movable(knobs, { overrides, switchedOff });
  const why = whyNothingLasts(money.case, { overrides, switchedOff });
  const isChanged = Object.keys(overrides).length > 0 || switchedOff.length > 0;
  const scenario = useMemo(() => (isChanged ? { overrides, switchedOff } : null), [isChanged, overrides, switchedOff]);
  const { result, pending } = useCaseResult(money.case, scenario);
  const show = (kept: KeptScenario) => {
    setOverrides(kept.overrides);
    setSwitchedOff(kept.switchedOff);
  };
  const reset = () => {
    setOverrides({});
    setSwitchedOff([]);
  };
  const move = (key: string, value: number | null) => {
    const { [key]: _, ...rest } = overrides;
    setOverrides(value === null ? rest : { ...rest, [key]: value });
  };
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <div className="min-w-0">
        <fieldset className="mb-6">
          <legend className="mb-1 text-table font-medium">Conservative rules, all on in the case</legend>
          {conservativeRules.map(({ id, name, says }) => (
            <Checkbox
              key={id}
              label={name}
              hint={says}
              checked={!switchedOff.includes(id)}
              onChange={({ target }) =>
                setSwitchedOff(target.checked ? switchedOff.filter((one) => one !== id) : [...switchedOff, id])
              }
            />
          ))}
          <LiveRegion>{why ? <p className="mt-2 text-table">{why}</p> : null}</LiveRegion>
        </fieldset>
        {knobs.length > 0 ? (
          <Disclosure summary="Move the values" open>
            <div className="space-y-4 pt-2">
              {shown.map((knob) => (
                <KnobSlider
                  key={knob.key}
                  knob={knob}
                  set={overrides[knob.key] ?? null}
                  onMove={(value) => move(knob.key, value)}
                />
              ))}
            </div>
          </Disclosure>
        ) : null}
      </div>
      <div className="min-w-0 lg:sticky lg:top-20 lg:self-start">
        <h3 className="text-lead">{isChanged ? "What if" : "As it stands"}</h3>
        <p className="mb-3 text-table text-ink-2">
          {isChanged
            ? "A scenario: the case and its signatures stay as they are."
            : "Switch a rule off or move a value, and the same figures stand here computed anew."}
        </p>
        <div aria-busy={pending} className={pending ? "opacity-60" : undefined}>
          <MoneyHeadline
            result={isChanged && result ? result : money.result}
            unconverted={money.unconverted.length}
            ableUnknown={money.ableUnknown}
            formats={formats}
            small
          />
        </div>
        <LiveRegion>
          <p className="mt-3 text-table">
            {isChanged && result && !pending
              ? `Net benefit ${moneyText(result.net.central, formats)}; the case as it stands: ${moneyText(money.result.net.central, formats)}.`
              : ""}
          </p>
        </LiveRegion>
        {isChanged ? (
          <div className="screen-only mt-3 flex flex-wrap gap-2">
            {desk.may.keep ? (
              <KeepScenario initiativeId={money.initiativeId} overrides={overrides} switchedOff={switchedOff} />
            ) : null}
            <Button look="plain" onClick={reset}>
              Back to the case
            </Button>
          </div>
        ) : null}
        <ScenarioList desk={desk} onShow={show} />
      </div>
    </div>
  );
}
