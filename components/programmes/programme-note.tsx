import Link from "next/link";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { standingOf } from "@/lib/programmes/days";
import type { Standing } from "@/lib/programmes/read-standing";

type ProgrammeNoteProps = { initiativeId: string; standing: Standing | null; formats: Formats };

/** The way to the ninety days of an initiative, with how far they are. */
export function ProgrammeNote({ initiativeId, standing, formats }: ProgrammeNoteProps) {
  return (
    <p className="mb-8">
      <Link className="link" href={initiativeHref(initiativeId, "programme")}>
        Ninety days
      </Link>
      {standing ? `: ${standingWords(standing, new Date().toISOString().slice(0, 10), formats)}` : ": not begun"}
    </p>
  );
}

function standingWords(
  { startsOn, done, of, overdue, reviewsLate }: Standing,
  today: string,
  formats: Formats,
): string {
  const { day, over } = standingOf(startsOn, today);
  const where =
    day < 1 ? `they begin on ${formats.date(startsOn)}` : over ? "they are over" : `day ${formats.number(day)}`;
  const late = [
    overdue > 0 ? `${formats.number(overdue)} ${overdue === 1 ? "step" : "steps"} overdue` : null,
    reviewsLate > 0 ? `${formats.number(reviewsLate)} ${reviewsLate === 1 ? "review" : "reviews"} overdue` : null,
  ].filter((part) => part !== null);
  return [where, `${formats.number(done)} of ${formats.number(of)} steps done`, ...late].join(", ");
}
