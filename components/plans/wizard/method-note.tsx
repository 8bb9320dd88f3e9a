import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import type { Formats } from "@/lib/format/formats";
import type { Subject, Trade } from "@/lib/plans/wizard/read-wizard";
import { methodWords } from "./wizard-words";

/** How the detectable effect was computed, and from what. */
export function MethodNote({ trade, subject, formats }: { trade: Trade; subject: Subject; formats: Formats }) {
  const { precision } = trade.judged;
  const words = methodWords[precision?.method ?? ""];
  if (precision?.kind !== "precision" || !words || "kind" in subject.noise) return null;
  const { noise } = subject;
  return (
    <Disclosure summary="Method, formula and where the numbers come from">
      <DefinitionList
        items={[
          ["Method", `${words.name} (${precision.method})`],
          ["Formula", words.formula],
          ["Assumption", words.assumption],
          [
            "Error",
            `${formats.number(precision.standardError, { significant: 3 })} with ${formats.number(precision.degreesOfFreedom)} degrees of freedom`,
          ],
          ["Detectable", "the smallest effect whose two-sided test at 5% finds it with a chance of 80% (noncentral t)"],
          [
            "From",
            `${formats.number(noise.people)} people, ${noise.before} periods as before and ${noise.after} as after, without any programme between them; likeness within teams by one-way analysis of variance`,
          ],
        ]}
      />
    </Disclosure>
  );
}
