import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import type { LadderView } from "@/lib/ladder/ladder-view";
import { ChainNames } from "./chain-names";
import { LadderTable } from "./ladder-table";

type Props = { initiative: Initiative; view: LadderView };

/** Where the chain from use to the business breaks: the sentence, and the figures of each layer. */
export function ChainSection({ initiative, view }: Props) {
  const { sentence, cause, notes } = view.words;
  return (
    <Section title={view.finding.kind === "broken" ? "Where the chain breaks" : "How far the chain holds"} id="ladder">
      <p className="max-w-prose text-lead">{sentence}</p>
      {cause ? <p className="mt-2 max-w-prose font-medium">{cause}</p> : null}
      {notes.map((note) => (
        <p key={note} className="mt-1 max-w-prose text-ink-2">
          {note}
        </p>
      ))}
      <div className="mt-6">
        <LadderTable view={view} csv={`${initiative.plan.code}-ladder.csv`} />
        <p className="mt-2 mb-4 max-w-prose text-caption text-ink-3">
          A layer moved where a figure's interval lies clear of zero on the wanted side. It did not where the interval
          holds zero and nothing that would matter; where it holds both, it cannot be told. Each layer is compared as
          the initiative is: what its grade leaves open, every layer leaves open. KPIs outside the plan were not
          promised beforehand.
        </p>
      </div>
      <Disclosure summary="What the chain is made of">
        <ChainNames initiative={initiative} />
      </Disclosure>
    </Section>
  );
}
