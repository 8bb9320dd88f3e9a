import { DefinitionList } from "@/components/ui/definition-list";
import { quietWords, type RuleField, ruleGroups, valueAt, withUnit } from "@/lib/evidence/rule-fields";
import type { EvidenceRules } from "@/lib/evidence/rules";
import type { Formats } from "@/lib/format/formats";

/** All settings of a version, group by group. */
export function RulesInForce({ rules, formats }: { rules: EvidenceRules; formats: Formats }) {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      {ruleGroups.map(({ title, lead, fields }) => (
        <section key={title}>
          <h3 className="text-body font-semibold">{title}</h3>
          <p className="max-w-prose text-table text-ink-2">{lead}</p>
          <DefinitionList items={fields.map((field) => [field.label, said(rules, field, formats)] as const)} />
        </section>
      ))}
      <section>
        <h3 className="text-body font-semibold">Quiet hours</h3>
        <p className="max-w-prose text-table text-ink-2">No reminder and no nudge is shown in them.</p>
        <DefinitionList items={[["Quiet", quietWords(rules.quiet)]]} />
      </section>
    </div>
  );
}

function said(rules: EvidenceRules, field: RuleField, formats: Formats): string {
  const value = valueAt(rules, field.path);
  if (field.unit === "share") return formats.percent(value, { decimals: 0 });
  if (field.path.startsWith("weights.") && value === 0) return "Left out";
  return withUnit(value, field, (one) => formats.number(one));
}
