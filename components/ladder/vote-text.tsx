import { StatusText } from "@/components/ui/status-text";
import type { Vote } from "@/lib/ladder/triangulate";

const statuses = { for: "pass", against: "fail", undecided: "unknown", silent: "waiting" } as const;

/** What a source says, as sign and word. */
export function VoteText({ vote, word }: { vote: Vote; word: string }) {
  return <StatusText status={statuses[vote]}>{word}</StatusText>;
}
