"use client";
import { Button } from "@/components/ui/button";
import type { RoundCard } from "@/lib/observe/round";
import { nameOf } from "./card-heading";
import { type Answers, answerOf } from "./kept-round";

type RoundDoneProps = { cards: RoundCard[]; answers: Answers; left: number; more: number; onMore: () => void };

/** The end of a sitting: what was answered, and what the week still holds. */
export function RoundDone({ cards, answers, left, more, onMore }: RoundDoneProps) {
  const answered = cards.flatMap((card) => {
    const as = answerOf(card, answers);
    return as ? [{ card, as }] : [];
  });
  const people = new Set(
    answered.filter(({ as }) => as === "rated").flatMap(({ card }) => card.people.map(({ id }) => id)),
  );
  return (
    <section aria-labelledby="done">
      <h2 id="done" className="text-section">
        Done for today
      </h2>
      <p className="mt-1 text-lead">
        {people.size === 0
          ? "You could not see anything this time."
          : `You said what you saw of ${people.size === 1 ? "one person" : `${people.size} people`}.`}
      </p>
      <ul className="mt-4 divide-y divide-rule border-y border-rule">
        {answered.map(({ card, as }) => (
          <li key={card.key} className="flex justify-between gap-4 py-2">
            <span>
              <span className="font-medium">{nameOf(card)}</span>
              <span className="block text-table text-ink-2">{card.statement}</span>
            </span>
            <span className="shrink-0 text-table text-ink-2">{as === "rated" ? "seen" : "not seen"}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <Button onClick={onMore}>{more === 1 ? "One more" : `${more} more`}</Button>
          <span className="text-table text-ink-2">The week has room for {left}. Tomorrow there are others.</span>
        </div>
      ) : (
        <p className="mt-4 text-table text-ink-2">
          {left === 0 ? "That was this week’s share. More waits until Monday." : "Nothing more is due now."}
        </p>
      )}
    </section>
  );
}
