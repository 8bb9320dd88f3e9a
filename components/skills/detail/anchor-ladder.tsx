import { levelWords } from "@/components/skills/level-words";
import { classNames } from "@/components/ui/class-names";

type AnchorLadderProps = { anchors: (string | null)[] | null; target: number; inRole: boolean };

/** The five levels, best at the top, with the one that is wanted marked. */
export function AnchorLadder({ anchors, target, inRole }: AnchorLadderProps) {
  const wanted = Math.ceil(target);
  return (
    <>
      <ol reversed className="space-y-px">
        {levelWords
          .map((word, at) => ({ word, level: at + 1, anchor: anchors?.[at] ?? null }))
          .toReversed()
          .map(({ word, level, anchor }) => (
            <li
              key={level}
              className={classNames(
                "grid grid-cols-[1.5rem_1fr] gap-x-2 border-l-2 px-3 py-1.5",
                level === wanted ? "border-line bg-paper-2" : "border-rule",
                level < wanted && "text-ink-3",
              )}
            >
              <span className="figure-numerals text-lead leading-tight">{level}</span>
              <div className="min-w-0">
                <p className="text-table font-medium">
                  {word}
                  {level === wanted ? (
                    <span className="font-normal text-line"> · {inRole ? "expected here" : "expected"}</span>
                  ) : null}
                </p>
                {anchor ? <p className="text-table">{anchor}</p> : null}
              </div>
            </li>
          ))}
      </ol>
      {anchors?.some(Boolean) ? null : (
        <p className="mt-2 text-caption text-ink-3">
          Nobody has written yet what the levels look like for this behaviour; the words are those every behaviour has.
        </p>
      )}
    </>
  );
}
