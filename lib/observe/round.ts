/** What a manager is asked to observe, as a phone keeps it. Everything in it is about their own line. */
export type Round = {
  userId: string;
  /** YYYY-MM-DD, the day the round was chosen for. */
  day: string;
  /** In order. Those answered today stay in it. */
  cards: RoundCard[];
  /** Cards of one sitting. */
  sitting: number;
  week: WeekBudget;
  /** People who report directly. */
  reports: number;
};

type WeekBudget = { used: number; budget: number; secondsPerRating: number };

export type Person = { id: string; name: string };

export type CardSubject = {
  /** One person, or the members of a team. */
  people: Person[];
  /** The team's name where the behaviour is one of a team. */
  team: string | null;
};

export type CardBehaviour = {
  behaviourId: string;
  statement: string;
  skill: string;
  /** What levels 1 to 5 look like; the usual words where nobody has written it. */
  anchors: (string | null)[];
  critical: boolean;
};

export type RoundCard = CardSubject & CardBehaviour & { key: string; answered: "rated" | "skipped" | null };
