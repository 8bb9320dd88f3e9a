import type { Formats } from "@/lib/format/formats";
import type { ShownCount } from "@/lib/usage/shown-counts";
import type { UsageOfDigests } from "@/lib/usage/usage";

export function countText(formats: Formats, count: ShownCount): string {
  if (count.kind === "few") return `fewer than ${count.minimum}`;
  return count.kind === "withheld" ? "withheld" : formats.number(count.users);
}

/** Whether what is sent is read. */
export function digestsText(formats: Formats, digests: UsageOfDigests): string {
  if (digests.kind === "none") return "No digest was sent in the last 30 days.";
  if (digests.kind === "withheld") {
    return `Digests went to fewer than ${digests.minimum} people in the last 30 days, so how they are read is withheld.`;
  }
  const { people, sent, opened } = digests;
  const unopened = sent - opened;
  return `${formats.number(sent)} digests went to ${formats.number(people)} people in the last 30 days; ${
    unopened === 0 ? "all were opened" : `${formats.number(unopened)} of them were not opened`
  }.`;
}
