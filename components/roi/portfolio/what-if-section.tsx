"use client";
import { useId, useState } from "react";
import { DataTable } from "@/components/ui/data-table";
import { useFormats } from "@/components/ui/formats-provider";
import { GradeMark } from "@/components/ui/grade-mark";
import { LiveRegion } from "@/components/ui/live-region";
import { Section } from "@/components/ui/section";
import { chanceText } from "@/lib/format/chance-text";
import { firstNamed } from "@/lib/format/first-named";
import { moneyText } from "@/lib/format/money-text";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { rangeText } from "@/lib/roi/portfolio/roi-sentences";
import type { WhatIf } from "@/lib/roi/portfolio/what-if";

type WhatIfSectionProps = {
  choices: readonly WhatIf[];
  /** Of the choices, the one to begin with. */
  initial: number;
  notScalable: readonly { title: string; because: "nobody-left" | "no-costs" }[];
};

const becauseWords = {
  "nobody-left": "everybody of its roles has had it",
  "no-costs": "nobody knows what a person costs",
};

/** A budget one may move: what it goes to by the advice, and what range that brings. */
export function WhatIfSection({ choices, initial, notScalable }: WhatIfSectionProps) {
  const formats = useFormats();
  const [at, setAt] = useState(initial);
  const id = useId();
  const chosen = choices[at] ?? choices[0];
  const left = firstNamed(notScalable.map(({ title, because }) => `${title}: ${becauseWords[because]}`));
  if (!chosen || choices.length < 2) {
    return (
      <Section title="What another budget would bring" id="what-if">
        <p className="max-w-prose text-ink-2">
          Nothing can be scaled by the evidence there is, so no budget can be said to bring anything.
          {left === "" ? "" : ` ${left}.`}
        </p>
      </Section>
    );
  }
  const { budget, spent, funded, benefit, net, lossProbability } = chosen;
  const move = (next: number) => {
    setAt(next);
    const address = new URL(window.location.href);
    address.searchParams.set("budget", String(choices[next]?.budget ?? 0));
    window.history.replaceState(null, "", address);
  };
  const answer =
    lossProbability === null
      ? "Too little for one more person of anything that is worth scaling."
      : `${moneyText(spent, formats)} would be spent and bring ${rangeText(benefit, formats)}; the chance that less comes back than is spent is ${chanceText(lossProbability, formats)}.`;
  return (
    <Section
      title="What another budget would bring"
      id="what-if"
      lead="Money goes to what is worth scaling only: the stronger evidence first, then what returns more at the low end of its range, to people of the same roles who have not had it. It takes for granted that one more person costs and brings what a person did so far; the grade stays what it is."
    >
      <label htmlFor={id} className="block text-table font-medium">
        Budget: {formats.money(budget)}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={choices.length - 1}
        step={1}
        value={at}
        aria-valuetext={formats.money(budget)}
        onChange={(event) => move(Number(event.target.value))}
        className="screen-only target my-2 w-full max-w-xl accent-(--line)"
      />
      <LiveRegion>
        <p className="mb-4 max-w-prose" data-testid="what-if-answer">
          {answer}
        </p>
      </LiveRegion>
      {funded.length > 0 ? (
        <DataTable
          id="funded"
          caption="What the budget goes to"
          hideCaption
          columns={[
            { id: "title", header: "Initiative" },
            { id: "grade", header: "Claim" },
            { id: "people", header: "More people", align: "end" },
            { id: "spent", header: "Costs", align: "end" },
            { id: "benefit", header: "Brings (95% range)", align: "end" },
          ]}
          rows={funded.map((one) => ({
            id: one.initiativeId,
            cells: {
              title: { text: one.title, href: initiativeHref(one.initiativeId, "money") },
              grade: { text: one.grade, node: <GradeMark grade={one.grade} short /> },
              people: `${formats.number(one.people)}${one.everybody ? ", all there are" : ""}`,
              spent: moneyText(one.spent, formats),
              benefit: rangeText(one.benefit, formats),
            },
          }))}
        />
      ) : null}
      <p className="mt-3 max-w-prose text-table text-ink-2">
        {funded.length > 0 ? `Beyond what it costs: ${rangeText(net, formats)}. ` : ""}
        {budget - spent > 0 ? `${moneyText(budget - spent, formats)} of the budget is left over.` : ""}
        {left === "" ? "" : ` Not to be scaled: ${left}.`}
      </p>
    </Section>
  );
}
