import type { Initiative } from "@/lib/initiatives/read-initiative";

/** What the plan declares: the gap, who has it, what is done about it, and the figures that should move. */
export function ChainNames({ initiative: { plan, names } }: { initiative: Initiative }) {
  const { chain } = plan;
  const named = (codes: readonly string[] | undefined) => (codes ?? []).map((code) => names[code] ?? code);
  const parts: [string, string[]][] = [
    ["Roles", chain.role ?? []],
    ["Activities", named(chain.activities)],
    ["Skills", chain.skills ?? []],
    ["Behaviours", chain.behaviours ?? []],
    ["Leading KPIs", named(chain.kpis?.leading)],
    ["KPIs in the work", named(chain.kpis?.in_work)],
    ["Business KPIs", named(chain.kpis?.business)],
    ["Talent outcomes", named(chain.kpis?.talent)],
  ];
  const said = parts.filter(([, list]) => list.length > 0);
  return (
    <>
      {chain.skill_gap ? <p className="mb-3 max-w-prose">The gap: {chain.skill_gap.replace(/\.$/, "")}.</p> : null}
      {said.length === 0 ? (
        <p className="text-ink-2">
          The plan declares no chain. Without a skill gap, behaviours and KPIs by layer nobody can say where it broke.
        </p>
      ) : (
        <dl className="text-table">
          {said.map(([part, list]) => (
            <div key={part} className="border-b border-rule py-1.5 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4">
              <dt className="font-medium">{part}</dt>
              <dd className="text-ink-2">{list.join("; ")}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
