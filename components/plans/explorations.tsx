import Link from "next/link";
import { GradeMark } from "@/components/ui/grade-mark";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { Exploration } from "@/lib/plans/read-explorations";

type Props = { explorations: readonly Exploration[]; formats: Formats };

/** What else somebody looked at in the same people; never in the place of the registered result. */
export function Explorations({ explorations, formats }: Props) {
  if (explorations.length === 0) return null;
  return (
    <div className="mb-6">
      <h3 className="mb-2 font-sans text-body font-medium">Explorations</h3>
      <ol className="space-y-4">
        {explorations.map(({ id, title, on, by, reason, changes, claim }) => (
          <li key={id} className="border-l-2 border-rule-2 pl-3">
            <p>
              <Link className="link font-medium" href={initiativeHref(id)}>
                {title}
              </Link>
              , {formats.date(on)}
              {by ? `, ${by}` : ""}
            </p>
            <p className="max-w-prose">{reason}</p>
            <ul className="mt-1 text-table text-ink-2">
              {changes.map(({ what, from, to }) => (
                <li key={what}>
                  {what}: {to} (registered: {from})
                </li>
              ))}
            </ul>
            {claim ? (
              <p className="mt-1 max-w-prose text-table">
                <GradeMark grade={claim.grade} short /> {claim.sentence}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
