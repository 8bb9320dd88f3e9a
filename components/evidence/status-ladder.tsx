import { DefinitionList } from "@/components/ui/definition-list";
import { statusWords } from "@/lib/evidence/explanation";
import type { EvidenceRules } from "@/lib/evidence/rules";
import type { Formats } from "@/lib/format/formats";

/** What each state of a skill takes, with the numbers of the rules in force. */
export function StatusLadder({ rules, formats }: { rules: EvidenceRules; formats: Formats }) {
  const number = (value: number) => formats.number(value);
  const steps: readonly (readonly [string, string])[] = [
    [statusWords.recalled, "Passed a quiz, test or exam, or holds a certificate. Says what somebody knew that day."],
    [
      statusWords.simulated,
      "Did it in a scenario, simulation or role play. Made-up work, so it cannot show what happens at work.",
    ],
    [statusWords.applied, "A manager, a peer or a system saw it in real work, at whatever level."],
    [
      statusWords.validated,
      `Seen at work, and ${number(rules.leastSources)} kinds of source that still speak lie within ${number(rules.agreeWithin)} of a level of each other. Two managers are one kind.`,
    ],
    [
      statusWords.sustained,
      `Validated, and at the level the role needs in ${number(rules.sustainedMonths)} measured months or more, the last one among them, without one below.`,
    ],
    [
      statusWords.no_longer_seen,
      `Seen once, and what was seen is worth less than ${number(rules.leastStrength)} of a fresh rating by now.`,
    ],
    [
      statusWords.expired,
      `Passed a test or certified ${number(rules.certificateDays)} days ago or longer, and nothing else is known. The certificate stays on file.`,
    ],
    [statusWords.self_rated, "Nobody else says anything. It is kept apart and never counts as seen."],
  ];
  return <DefinitionList items={steps} />;
}
