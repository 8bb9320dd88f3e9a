import type { Meanwhile } from "@/lib/marks/meanwhile";

/** What somebody else did to something that one was about to change; `now` is how it stands, in words. */
export function meanwhileSentence(what: "guardrail" | "target", { now, by }: Meanwhile<string>): string {
  const did = now === null ? `removed this ${what} meanwhile` : `changed this ${what} meanwhile: ${now}`;
  return `${by ?? "Somebody else"} has ${did}. Nothing of yours was saved.`;
}
