import { levelWords } from "@/lib/evidence/levels";
import type { GoodLook } from "@/lib/team/person/read-good-looks";

const levels = [1, 2, 3, 4, 5] as const;

/** What good looks like: the behaviours of a skill with what each level looks like; the level asked for is marked. */
export function GoodLooks({ looks, target, skill }: { looks: readonly GoodLook[]; target: number; skill: string }) {
  if (looks.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="mb-1 text-table font-semibold">What good looks like: {skill}</p>
      <ul className="space-y-3">
        {looks.map(({ behaviourId, statement, anchors, seenBy, ofTeam }) => (
          <li key={behaviourId} className="border-l-2 border-rule pl-3">
            <p>
              {statement}
              <span className="text-caption text-ink-3">
                {ofTeam ? " · of the team together, one rating for all" : ""} · can be seen by {seenBy.join(", ")}
              </span>
            </p>
            {anchors?.some((anchor) => anchor) ? (
              <ol className="mt-1 text-table text-ink-2">
                {levels.map((level) => {
                  const asked = level === Math.round(target);
                  return (
                    <li key={level} className={asked ? "font-medium text-ink" : undefined}>
                      {level} · {anchors[level - 1] ?? levelWords[level]}
                      {asked ? " (asked for)" : ""}
                    </li>
                  );
                })}
              </ol>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
