import Link from "next/link";
import type { Circle } from "@/lib/evidence/signals/circles";
import { initiativeHref } from "@/lib/initiatives/initiative-href";

/** Says where a rule would make skill and outcome one and the same number. */
export function CircleWarning({ circles }: { circles: readonly Circle[] }) {
  if (circles.length === 0) return null;
  const same = circles.some(({ sameKpi }) => sameKpi);
  return (
    <div role="note" className="border-l-4 border-worse px-4 py-2">
      <p className="font-semibold">
        {same ? "This would go round in a circle" : "An initiative counts this behaviour"}
      </p>
      <ul className="max-w-prose list-disc space-y-1 pl-5">
        {circles.map(({ initiativeId, title, sameKpi }) => (
          <li key={initiativeId}>
            <Link className="link" href={initiativeHref(initiativeId)}>
              {title}
            </Link>
            {sameKpi
              ? " is judged by the very KPI this rule reads. Skill and outcome would move together whatever people do, because they are one number."
              : " counts this behaviour as applied skill. If its outcome comes from the same jobs, the two are not independent; choose a measure of something else."}
          </li>
        ))}
      </ul>
    </div>
  );
}
