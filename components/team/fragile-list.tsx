import Link from "next/link";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import { type FragileSkill, leastReady, type NextStep } from "@/lib/team/readiness/fragile-skills";

type FragileListProps = { skills: readonly FragileSkill[]; formats: Formats };

/** Skills that rest on too few people, each with what would help next. */
export function FragileList({ skills, formats }: FragileListProps) {
  const fragile = skills.filter(({ isFragile }) => isFragile);
  const held = skills.length - fragile.length;
  return (
    <>
      {fragile.length === 0 ? (
        <p className="text-ink-2">Each needed skill is held alone by at least {leastReady} people.</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {fragile.map((skill) => (
            <li key={skill.skillId} className="py-3">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">
                  {skill.skill}
                  {skill.critical ? <span className="text-caption text-ink-2"> · critical</span> : null}
                </span>
                <StatusText status={skill.ready.length === 0 ? "fail" : "warn"}>
                  {skill.ready.length === 0
                    ? `nobody of ${formats.number(skill.needed)}`
                    : `${skill.ready.map(({ name }) => name).join(", ")} alone, of ${formats.number(skill.needed)}`}
                </StatusText>
              </p>
              <p className="text-table text-ink-2">
                {skill.oldest ? `Oldest evidence of ${formats.date(skill.oldest)}. ` : ""}
                {skill.disagree.length > 0
                  ? `Sources disagree about ${skill.disagree.map(({ name }) => name).join(", ")}. `
                  : ""}
              </p>
              {skill.next ? <Next step={skill.next} /> : null}
            </li>
          ))}
        </ul>
      )}
      {held > 0 && fragile.length > 0 ? (
        <p className="mt-3 text-table text-ink-2">
          {held === 1 ? "One more skill is" : `${formats.number(held)} more skills are`} held alone by at least{" "}
          {leastReady} people.
        </p>
      ) : null}
    </>
  );
}

const most = 4;

function Next({ step }: { step: NextStep }) {
  const shown = step.people.slice(0, most);
  const more = step.people.length - shown.length;
  return (
    <p className="text-table">
      <span className="text-ink-3">Next: </span>
      {lead[step.kind]}{" "}
      {shown.map(({ personId, name }, index) => (
        <span key={personId}>
          {index > 0 ? ", " : ""}
          <Link className="link" href={`/team/${personId}`}>
            {name}
          </Link>
        </span>
      ))}
      {more > 0 ? ` and ${more} more` : ""}
      {step.kind === "observe" || step.kind === "see-again" ? (
        <>
          {" "}
          (
          <Link className="link" href="/team/observe">
            observe
          </Link>
          )
        </>
      ) : null}
      .
    </p>
  );
}

const lead: Record<NextStep["kind"], string> = {
  "look-together": "look at a case together with",
  coach: "coach who is nearest:",
  "see-again": "look again, the evidence is too old:",
  observe: "have a first look, nobody has yet:",
  learn: "it has to be learned first:",
};
