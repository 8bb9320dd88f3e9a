"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import type { SkipReason } from "@/lib/observe/input";
import type { Round, RoundCard } from "@/lib/observe/round";
import { CardHeading, nameOf } from "./card-heading";
import { type Draft, emptyDraft, entryBody } from "./draft";
import { type Answers, answerOf, keepAnswers, keepRound, readAnswers } from "./kept-round";
import { ObservationForm } from "./observation-form";
import { Progress } from "./progress";
import { QueueNotice } from "./queue-notice";
import { ReminderChoices, ReminderNotice } from "./reminder-notice";
import { RoundDone } from "./round-done";
import { SkipChoice } from "./skip-choice";
import { useQueue } from "./use-queue";
import { useUndo } from "./use-undo";

type RoundViewProps = {
  round: Round;
  /** Instead of cards, where there are none. */
  empty: ReactNode;
};

/** Today's people and behaviours, one at a time. What is answered goes through the queue of this device, with or without a network. */
export function RoundView({ round, empty }: RoundViewProps) {
  const { userId, day, cards, sitting } = round;
  const router = useRouter();
  const queue = useQueue(userId, () => router.refresh());
  const [answers, setAnswers] = useState<Answers>({});
  const [ready, setReady] = useState(false);
  const [kept, setKept] = useState(false);
  const [sittings, setSittings] = useState(1);
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});

  useEffect(() => {
    setAnswers(readAnswers(userId, day));
    setReady(true);
    // Without a worker the round works all the same, as long as the page stays open.
    keepRound(() => setKept(true)).catch(() => {});
  }, [userId, day]);

  const answer = (key: string, as: Answers[string]) => {
    const next = { ...answers, [key]: as };
    setAnswers(next);
    keepAnswers(userId, day, next);
  };
  const { last, remember, undoLast } = useUndo(queue.add, (key) => answer(key, "open"));

  const isAnswered = (card: RoundCard) => answerOf(card, answers) !== null;
  const shown = cards.slice(0, sittings * sitting);
  const open = shown.filter((card) => !isAnswered(card));
  const [card] = open;
  const key = card?.key;
  const answeredHere = cards.filter(isAnswered).length - cards.filter((one) => one.answered).length;
  const said = Object.keys(answers).length;

  useEffect(() => {
    if (key && said > 0) document.getElementById("card")?.focus();
  }, [key, said]);

  const subjectOf = (of: RoundCard) => ({
    writtenBy: userId,
    people: of.people.map(({ id }) => id),
    behaviourId: of.behaviourId,
  });

  const save = (of: RoundCard, draft: Draft, level: number) => {
    const id = crypto.randomUUID();
    const body = entryBody(id, subjectOf(of), draft, level);
    const photo = draft.photo ? { photo: draft.photo } : {};
    void queue.add({ key: id, kind: "record", body, ...photo, ...wordsOf(of), writtenAt: Date.now() });
    answer(of.key, "rated");
    setDrafts({ ...drafts, [of.key]: draft });
    remember({ card: of.key, who: nameOf(of), kind: "record", body });
  };

  const skip = (of: RoundCard, why: SkipReason) => {
    const id = crypto.randomUUID();
    const body = { ...subjectOf(of), why, on: day };
    void queue.add({ key: id, kind: "skip", body, ...wordsOf(of), writtenAt: Date.now() });
    answer(of.key, "skipped");
    remember({ card: of.key, who: nameOf(of), kind: "skip", body, id });
  };

  const used = round.week.used + answeredHere;
  return (
    <div data-kept={kept || undefined} data-ready={ready || undefined}>
      <QueueNotice queue={queue} />
      <ReminderNotice />
      {cards.length === 0 ? null : (
        <Progress
          done={shown.length - open.length}
          all={shown.length}
          week={`${used} of ${round.week.budget} this week`}
          undo={last ? { who: last.who, act: () => void undoLast() } : null}
        />
      )}
      {card ? (
        <article key={card.key}>
          <CardHeading subject={card} behaviour={card} />
          <ObservationForm
            legend={`${nameOf(card)}: ${card.statement}`}
            anchors={card.anchors}
            initial={drafts[card.key] ?? emptyDraft}
            save={open.length > 1 ? "Save, next" : "Save"}
            onSave={(draft, level) => save(card, draft, level)}
            beside={<SkipChoice onSkip={(why) => skip(card, why)} />}
          />
        </article>
      ) : cards.length === 0 ? (
        empty
      ) : (
        <RoundDone
          cards={cards}
          answers={answers}
          left={Math.max(0, round.week.budget - used)}
          more={Math.min(sitting, cards.filter((one) => !isAnswered(one)).length)}
          onMore={() => setSittings(sittings + 1)}
        />
      )}
      <div className="mt-6 mb-10">
        <Link href="/team/observe/other" className="link target inline-flex items-center text-table">
          Observe something else
        </Link>
        <ReminderChoices />
      </div>
    </div>
  );
}

const wordsOf = (card: RoundCard) => ({ who: nameOf(card), what: card.statement });
