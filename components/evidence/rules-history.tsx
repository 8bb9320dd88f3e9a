import { FactsTable } from "@/components/ui/facts-table";
import type { RulesVersion } from "@/lib/evidence/read-rules-history";
import { changesOf } from "@/lib/evidence/rule-fields";
import type { Formats } from "@/lib/format/formats";

const columns = [
  { id: "version", header: "Version", rowHeader: true },
  { id: "changes", header: "What changed" },
  { id: "why", header: "Why" },
  { id: "by", header: "By, on" },
] as const;

/** Every version of the rules with what it changed, newest first. */
export function RulesHistory({ versions, formats }: { versions: readonly RulesVersion[]; formats: Formats }) {
  const rows = versions.map(({ version, rules, why, by, at }, index) => {
    const before = versions[index + 1]?.rules;
    const changes = before ? changesOf(before, rules, (value) => formats.number(value)) : [];
    return {
      id: String(version),
      cells: {
        version: version === 0 ? "0, as delivered" : String(version),
        changes: {
          text: changes.map(({ label, from, to }) => `${label}: ${from} to ${to}`).join("; ") || "The defaults",
          node:
            changes.length > 0 ? (
              <ul className="space-y-1">
                {changes.map(({ label, from, to }) => (
                  <li key={label}>
                    {label}: <del className="text-ink-3">{from}</del> <ins className="no-underline">{to}</ins>
                  </li>
                ))}
              </ul>
            ) : undefined,
        },
        why: why ?? "",
        by: at ? `${by ?? "The system"}, ${formats.moment(at)}` : "",
      },
    };
  });
  return <FactsTable caption="Versions of the rules of evidence" hideCaption columns={[...columns]} rows={rows} />;
}
