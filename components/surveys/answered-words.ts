import type { Formats } from "@/lib/format/formats";

type Answered = { people: number | null; waiting: boolean; isBeyond?: boolean };

/** How many have answered, as far as it may be told: by whole waves of the minimum. */
export function answeredWords({ people, waiting, isBeyond }: Answered, minimum: number, formats: Formats): string {
  if (isBeyond) return "Beyond your units";
  if (people === null) return waiting ? `Fewer than ${minimum}` : "Nobody yet";
  return waiting ? `${formats.number(people)} and fewer than ${minimum} more` : formats.number(people);
}

/** Of those who were sent a link, how many are in the figures; null where that cannot be said. */
export function rateOf({ people, invited }: { people: number | null; invited: number | null }): number | null {
  return people === null || invited === null || invited < people ? null : people / invited;
}
