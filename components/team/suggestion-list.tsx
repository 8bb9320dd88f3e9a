import Link from "next/link";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Suggestion } from "@/lib/team/coaching/suggest";

/** What could be coached, each with why. */
export function SuggestionList({ suggestions, formats }: { suggestions: readonly Suggestion[]; formats: Formats }) {
  if (suggestions.length === 0) {
    return (
      <Empty title="Nothing suggests itself">
        No needed skill is seen below its target, certified without being applied, or no longer seen. With few
        observations that says little: observe first.
      </Empty>
    );
  }
  const people = [...new Set(suggestions.map(({ personId }) => personId))];
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {people.map((personId) => {
        const own = suggestions.filter((one) => one.personId === personId);
        return (
          <li key={personId} className="grid gap-x-4 py-2 sm:grid-cols-[12rem_1fr]">
            <span>
              <Link className="link font-medium" href={`/team/${personId}`}>
                {own[0]?.name}
              </Link>
            </span>
            <ul className="space-y-1">
              {own.map((suggestion) => (
                <li key={`${suggestion.skill} ${suggestion.reason.kind}`}>
                  {suggestion.skill}
                  {suggestion.critical ? <span className="text-caption text-ink-2"> · critical</span> : null}
                  <span className="block text-table text-ink-2">{reasonText(suggestion, formats)}</span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function reasonText({ reason }: Suggestion, formats: Formats): string {
  const level = (value: number) => formats.number(value, { decimals: 1 });
  switch (reason.kind) {
    case "below-target":
      return `Seen at level ${level(reason.level)}, the role asks for ${level(reason.target)}; from ${reason.ratings === 1 ? "one rating" : `${formats.number(reason.ratings)} ratings`}, last on ${formats.date(reason.seenOn)}.`;
    case "certified-not-applied":
      return `Certified on ${formats.date(reason.certifiedOn)}, ${formats.number(reason.days)} days ago, and never seen doing it since.`;
    case "no-longer-seen":
      return `Last seen on ${formats.date(reason.seenOn)}, ${formats.number(reason.days)} days ago: too long to count today.`;
    case "repeated-questions":
      return `Asked about it ${formats.number(reason.asked)} times in ${formats.number(reason.days)} days.`;
  }
}
