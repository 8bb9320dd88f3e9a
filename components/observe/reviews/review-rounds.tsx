import { Artefact } from "@/components/observe/artefact";
import { levelWords } from "@/lib/evidence/levels";
import type { Formats } from "@/lib/format/formats";
import type { Review } from "@/lib/observe/reviews/read-reviews";
import { statusWords } from "./status-words";

/** Each round of the work: what was handed in, what came back. The newest first. */
export function ReviewRounds({ review, formats }: { review: Review; formats: Formats }) {
  const { personId, rounds, files, behaviours } = review;
  return (
    <>
      {files.length > 0 ? (
        <p className="mb-4">
          {files.map(({ id, name }) => (
            <a
              key={id}
              className="link mr-4"
              href={`/api/observe/files/${personId}/${id}`}
              target="_blank"
              rel="noreferrer"
            >
              {name}
            </a>
          ))}
        </p>
      ) : null}
      <ol className="space-y-6">
        {rounds.map((round) => (
          <li key={round.round} className="border-l-2 border-rule-2 pl-4">
            <p className="font-medium">
              {rounds.length > 1 ? `Round ${round.round}: ` : ""}
              {statusWords[round.status]}
            </p>
            <p className="text-table text-ink-3">
              Handed in {formats.moment(new Date(round.handedInAt))}
              {round.answeredAt ? `, ended ${formats.moment(new Date(round.answeredAt))}` : ""}
            </p>
            {round.link ? <Artefact text={round.link} /> : null}
            {round.note ? <p className="mt-1 max-w-prose">{round.note}</p> : null}
            {round.answer ? <p className="mt-2 max-w-prose border-t border-rule pt-2">“{round.answer}”</p> : null}
            {round.levels.map(({ behaviourId, level }) => (
              <p key={behaviourId} className="text-table text-ink-2">
                {behaviours.find((behaviour) => behaviour.behaviourId === behaviourId)?.statement}: {level}{" "}
                {levelWords[level as keyof typeof levelWords]}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
