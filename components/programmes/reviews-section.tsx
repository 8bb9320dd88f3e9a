import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import { isLate, type ProgrammeReview } from "@/lib/programmes/programme";
import type { Agendas } from "@/lib/programmes/reviews/read-agendas";
import { HoldReview } from "./hold-review";
import { outcomeWords, reviewKindWords } from "./words";

type ReviewsSectionProps = {
  reviews: readonly ProgrammeReview[];
  agendas: Agendas["lines"];
  editing: boolean;
  today: string;
  formats: Formats;
};

/** The reviews that are due, each with what the data put on its agenda, and the minutes of those that were held. */
export function ReviewsSection({ reviews, agendas, editing, today, formats }: ReviewsSectionProps) {
  const due = reviews.filter(({ heldOn }) => heldOn === null);
  const held = reviews.filter(({ heldOn }) => heldOn !== null);
  return (
    <Section
      title="Reviews"
      id="reviews"
      lead="Every month the content, the KPIs and what learners say; on day 90 the decision. Each agenda is written from the data of today."
    >
      {due.length === 0 ? <Empty title="No review is planned" /> : null}
      <ul className="space-y-4">
        {due.map((review) => {
          const late = isLate(review, today);
          const when = late ? `Overdue since ${formats.date(review.dueOn)}` : `Due on ${formats.date(review.dueOn)}`;
          return (
            <li
              key={review.id}
              className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-rule pb-3"
            >
              <div className="min-w-0 max-w-prose">
                <h3 className="text-body font-semibold">{reviewKindWords[review.kind]}</h3>
                <p className={late ? "text-table font-medium text-worse" : "text-table text-ink-3"}>{when}</p>
                <Disclosure summary={`Agenda, ${countWords(agendas[review.kind].length)}`} open={late}>
                  <Lines lines={agendas[review.kind]} />
                </Disclosure>
              </div>
              {editing ? (
                <span className="screen-only">
                  <HoldReview key={review.revision} review={review} agenda={agendas[review.kind]} today={today} />
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      {held.length > 0 ? (
        <>
          <h3 className="mt-8 mb-2 text-lead">Held</h3>
          <ul className="space-y-1">
            {held.map((review) => (
              <li key={review.id}>
                <Disclosure
                  summary={`${formats.date(review.heldOn ?? "")}: ${reviewKindWords[review.kind]}, ${outcomeWords[review.outcome ?? "continue"].toLowerCase()}`}
                >
                  <p className="text-table text-ink-3">
                    With {review.attendees}
                    {review.heldBy ? `; minutes by ${review.heldBy}` : null}
                  </p>
                  <p className="my-2 max-w-prose whitespace-pre-line">{review.minutes}</p>
                  <p className="text-table font-medium">Agenda of that day</p>
                  <Lines lines={review.agenda} />
                </Disclosure>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

const countWords = (points: number) => (points === 1 ? "1 point" : `${points} points`);

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="list-disc pl-5 text-table">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
