/** Something a manager could be asked to observe: one behaviour of one person, or of a team that does it together. */
export type Candidate = {
  /** A person's id, or a team's for something a team does together. */
  subject: string;
  behaviourId: string;
  critical: boolean;
  /** In levels; see `uncertainty`. */
  uncertainty: number;
  /** Days since a manager observed it; null when none ever did. */
  observedDaysAgo: number | null;
  /** Days until a skip of this manager stops counting; 0 or less when none does. */
  skippedForDays: number;
};

/** What a manager has had of a subject so far. */
export type Turns = {
  /** Things asked and answered since Monday, also those nobody asked for. */
  thisWeek: number;
  /** Days since this manager last observed anything of it; null when they never did. */
  unseenDays: number | null;
};

export type Asking = {
  /** Ratings the week may still take. */
  left: number;
  everyDays: number;
  criticalEveryDays: number;
};

/** Nobody is looked at more often than this in a week, however much is due. */
export const mostOfOneAWeek = 4;

export function isDue({ critical, observedDaysAgo, skippedForDays }: Candidate, asking: Asking): boolean {
  if (skippedForDays > 0) return false;
  return observedDaysAgo === null || observedDaysAgo >= (critical ? asking.criticalEveryDays : asking.everyDays);
}

/**
 * What to observe next, in order, and never more than the week may still take.
 *
 * People take turns, so that nobody is left out and nobody is hunted: whoever had the fewest turns this week, then whoever has not been
 * seen for two intervals or ever, then whoever has a critical need due, then the widest uncertainty, then who was not seen for longest. A
 * turn takes what is due of that person: critical needs first, then the widest uncertainty. What is still equal is drawn by `seed`, behaviours alike for all, so that a
 * day has few anchors to read.
 * @param seed the day and the manager: the same all day, another tomorrow
 */
export function chooseRound(
  candidates: readonly Candidate[],
  turns: ReadonlyMap<string, Turns>,
  asking: Asking,
  seed: string,
): Candidate[] {
  const waiting = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (!isDue(candidate, asking)) continue;
    waiting.set(candidate.subject, [...(waiting.get(candidate.subject) ?? []), candidate]);
  }
  for (const queue of waiting.values()) {
    queue.sort(
      (a, b) =>
        Number(b.critical) - Number(a.critical) ||
        b.uncertainty - a.uncertainty ||
        draw(seed, a.behaviourId) - draw(seed, b.behaviourId),
    );
  }

  const had = new Map([...waiting.keys()].map((subject) => [subject, turns.get(subject)?.thisWeek ?? 0]));
  const chosen: Candidate[] = [];
  while (chosen.length < asking.left) {
    const next = [...waiting]
      .flatMap(([subject, [top]]) => (top && (had.get(subject) ?? 0) < mostOfOneAWeek ? [{ subject, top }] : []))
      .sort((a, b) => before(a.top, b.top))[0];
    if (!next) break;
    waiting.get(next.subject)?.shift();
    had.set(next.subject, (had.get(next.subject) ?? 0) + 1);
    chosen.push(next.top);
  }
  return chosen;

  function before(a: Candidate, b: Candidate): number {
    const unseen = (of: Candidate) => turns.get(of.subject)?.unseenDays ?? Number.MAX_SAFE_INTEGER;
    const neglected = (of: Candidate) => Number(unseen(of) > 2 * asking.everyDays);
    return (
      (had.get(a.subject) ?? 0) - (had.get(b.subject) ?? 0) ||
      neglected(b) - neglected(a) ||
      Number(b.critical) - Number(a.critical) ||
      b.uncertainty - a.uncertainty ||
      unseen(b) - unseen(a) ||
      draw(seed, a.subject) - draw(seed, b.subject)
    );
  }
}

/** A number that looks drawn and is the same for the same texts (FNV-1a, 32 bits). */
function draw(seed: string, text: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${text}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
