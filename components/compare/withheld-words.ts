import type { ComparedGroup } from "@/lib/compare/comparison";

/** Why a group is left out, after its name and a colon. */
export function withheldWords(why: NonNullable<ComparedGroup["withheld"]>, minimum: number): string {
  if (why === "too-few") return `under ${minimum} people, so that nobody can be singled out.`;
  if (why === "complementary")
    return `left out, because with everybody, or with one of its conditions dropped, under ${minimum} people could be worked out from it.`;
  return `left out, because it differs by under ${minimum} people from what you were shown of this period before; one taken from the other would show them.`;
}
