import type { Refusal } from "@/lib/surveys/answering/read-form";

type Words = { title: string; body: string };

/** Why nobody can answer by a link now, and what they can do. */
export const refusalWords: Record<Refusal | "changed" | "sent", Words> = {
  unknown: {
    title: "This link leads nowhere",
    body: "No survey has this link. Check that the whole address was copied, or ask whoever sent it to you.",
  },
  revoked: {
    title: "This link was taken back",
    body: "It no longer works. Ask whoever sent it to you for a new one if you want to answer.",
  },
  planned: { title: "Not open yet", body: "This survey opens on a later day. Keep the link and come back." },
  closed: { title: "This survey is closed", body: "It takes no more answers. Nothing you typed was sent." },
  answered: {
    title: "Already answered",
    body: "This link was used once, and it is good for one answer. Nothing more is needed.",
  },
  full: {
    title: "This link was used up",
    body: "As many people as it was made for have answered. Ask whoever sent it to you for another one.",
  },
  "too-many": {
    title: "Too many tries from here",
    body: "This address has asked very often in the last minutes. Wait a quarter of an hour and try again.",
  },
  sent: {
    title: "This sheet was sent before",
    body: "It was taken with other answers, and those stay as they were. To answer for somebody else, load the page again for an empty sheet.",
  },
  changed: {
    title: "The questions have changed",
    body: "Somebody changed the questions while you were answering. Nothing was sent. Load the page again to see them.",
  },
};
