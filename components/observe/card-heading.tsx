import type { CardBehaviour, CardSubject } from "@/lib/observe/round";

/** Who and what, as one looks up from the phone. */
export function CardHeading({ subject, behaviour }: { subject: CardSubject; behaviour: CardBehaviour }) {
  return (
    <div className="mb-4">
      <h2 className="text-section" tabIndex={-1} id="card">
        {nameOf(subject)}
      </h2>
      <p className="mt-1 text-lead">{behaviour.statement}</p>
      <p className="mt-1 text-table text-ink-3">
        {behaviour.skill}
        {behaviour.critical ? " · must be able to do this alone" : ""}
      </p>
      {subject.team ? (
        <p className="mt-1 text-table text-ink-2">
          Something the team does together. One rating, given to each of {subject.people.length}:{" "}
          {subject.people.map(({ name }) => name).join(", ")}
        </p>
      ) : null}
    </div>
  );
}

export const nameOf = ({ people, team }: CardSubject): string => team ?? people.map(({ name }) => name).join(", ");
