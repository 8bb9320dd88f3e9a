import type { ChainLink } from "@/lib/initiatives/chain-links";
import type { Initiative } from "@/lib/initiatives/read-initiative";

/** What the chain consists of, and what each link rests on. */
export function ChainWords({ initiative, links }: { initiative: Initiative; links: readonly ChainLink[] }) {
  const { chain } = initiative.plan;
  const named = (codes: readonly string[] | undefined) => (codes ?? []).map((code) => initiative.names[code] ?? code);
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
  return (
    <div className="mt-6 grid gap-8 lg:grid-cols-2">
      <dl className="text-table">
        {links.map(({ id, step, says }) => (
          <div key={id} className="border-b border-rule py-1.5 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4">
            <dt className="font-medium">{step}</dt>
            <dd className="text-ink-2">{says}</dd>
          </div>
        ))}
      </dl>
      <div>
        {chain.skill_gap ? <p className="mb-3 max-w-prose">The gap: {chain.skill_gap}.</p> : null}
        <dl className="text-table">
          {parts
            .filter(([, names]) => names.length > 0)
            .map(([part, names]) => (
              <div key={part} className="border-b border-rule py-1.5 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4">
                <dt className="font-medium">{part}</dt>
                <dd className="text-ink-2">{names.join("; ")}</dd>
              </div>
            ))}
        </dl>
        {parts.every(([, names]) => names.length === 0) ? (
          <p className="text-ink-2">
            The plan declares no chain. Without a skill gap, behaviours and KPIs by layer nobody can say where it broke.
          </p>
        ) : null}
      </div>
    </div>
  );
}
