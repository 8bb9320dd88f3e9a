type Round = {
  link: string;
  note: string | null;
  /** Days before the data end. */
  handedIn: number;
  answer: {
    status: "accepted" | "redo" | "rejected";
    words: string | null;
    levels: readonly number[];
    daysAgo: number;
  } | null;
};
export type DemoReview = {
  author: "employee" | "colleague";
  reviewer: "employee" | "colleague";
  title: string;
  /** Statements the author's role asks for. */
  shows: readonly string[];
  rounds: readonly Round[];
};

const link = (what: string) => `https://work.meridian.example/${what}`;
const rule = "Names the refund rule that applies before promising an amount";
const note = "Writes the note so that a colleague could continue without calling back";
const escalation = "Sends an escalation with order, history and attempted fixes attached";

/** Pieces of work, written for the demo; each state of a review at least once. */
export const demoReviews: readonly DemoReview[] = [
  {
    author: "employee",
    reviewer: "colleague",
    title: "Reply about two invoices for one delivery",
    shows: [rule],
    rounds: [
      {
        link: link("replies/48213"),
        note: "I was not sure whether the second invoice falls under the same rule",
        handedIn: 6,
        answer: {
          status: "redo",
          words: "Name the rule before the amount, and say which of the two invoices it is about",
          levels: [2],
          daysAgo: 4,
        },
      },
    ],
  },
  {
    author: "employee",
    reviewer: "colleague",
    title: "Escalation of a delivery that was lost twice",
    shows: [escalation, note],
    rounds: [
      {
        link: link("escalations/5127"),
        note: null,
        handedIn: 24,
        answer: {
          status: "redo",
          words: "Billing will ask for the order again: attach it",
          levels: [2, 3],
          daysAgo: 22,
        },
      },
      {
        link: link("escalations/5127"),
        note: "Attached order and history, and wrote what I tried",
        handedIn: 21,
        answer: {
          status: "accepted",
          words: "I could go on from here without calling you",
          levels: [3, 4],
          daysAgo: 20,
        },
      },
    ],
  },
  {
    author: "employee",
    reviewer: "colleague",
    title: "Standard mail for late deliveries",
    shows: [note],
    rounds: [
      {
        link: link("templates/late-delivery"),
        note: null,
        handedIn: 41,
        answer: {
          status: "rejected",
          words: "This is the template, not a case you handled. Hand in one you sent",
          levels: [],
          daysAgo: 40,
        },
      },
    ],
  },
  {
    author: "colleague",
    reviewer: "employee",
    title: "Refund of a damaged delivery",
    shows: [rule, note],
    rounds: [
      { link: link("replies/48377"), note: "Two rules apply here; I chose the older one", handedIn: 2, answer: null },
    ],
  },
];
