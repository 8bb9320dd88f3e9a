import type { DigestSchedule } from "./input";
import type { SectionId } from "./sections";

/** `handed-over`: it went to the mail server or the webhook, and nothing is known of what became of it. `waiting`: it is tried again. */
export type SendState = "sent" | "failed" | "nothing_new" | "handed-over" | "waiting";

export type OwnSend = {
  id: string;
  /** The period, or that it was asked for. */
  dueFor: string;
  asked: boolean;
  state: SendState;
  error: string | null;
  /** Moments as ISO strings. */
  at: string;
  openedAt: string | null;
};

/** A digest as its owner sees it: of a webhook no more than tells it from another. */
export type OwnDigest = DigestSchedule & {
  id: string;
  revision: number;
  channel: "email" | "slack" | "teams";
  to: string;
  sections: SectionId[];
  paused: boolean;
  /** When the next one goes out, quiet hours included, as an ISO string; null while it is paused. */
  next: string | null;
  /** The hour it is due is quiet. */
  waitsForQuiet: boolean;
  /** Why nothing goes out by this channel; null where it can. */
  cannot: string | null;
  /** The last three that were sent were not opened. */
  unopened: boolean;
  sends: OwnSend[];
};

export type DigestDesk = {
  digests: OwnDigest[];
  offered: SectionId[];
  first: SectionId[];
  email: string;
  /** By channel, why nothing goes out by it. */
  cannot: Record<"email" | "slack" | "teams", string | null>;
  timeZone: string;
};

const unopenedInARow = 3;

/** Whether nobody looked at the last ones that went out and have been out for a day. */
export function isUnopened(sends: readonly OwnSend[], now: Date): boolean {
  const sent = sends.filter(({ state, at }) => state === "sent" && now.getTime() - Date.parse(at) > 86_400_000);
  return sent.length >= unopenedInARow && sent.slice(0, unopenedInARow).every(({ openedAt }) => openedAt === null);
}
