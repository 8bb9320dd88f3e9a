import { chainOf } from "./chains";
import type { Cohorts } from "./cohorts";
import { exposure, worksOn } from "./effects";
import { fixedNormal } from "./random";
import type { Person, Roster } from "./roster";

/**
 * How well somebody really does a behaviour, on the scale of 1 to 5. It grows with tenure; the refund support and, where
 * managers observe, the set-up checks raise it. The certificate does not; the library raises only what people say of themselves.
 */
export function trueLevel(
  roster: Roster,
  cohorts: Cohorts,
  person: Person,
  behaviour: string,
  day: number,
  ownView: boolean,
): number {
  const years = Math.max(0, day - person.hire) / 365;
  const general = 0.45 * fixedNormal(roster.seed, "skill", person.index);
  const special = 0.3 * fixedNormal(roster.seed, `skill ${behaviour}`, person.index);
  return (
    2.35 + 0.35 * Math.log1p(years) + general + special + planted(roster, cohorts, person, behaviour, day, ownView)
  );
}

/**
 * How well somebody does a behaviour without asking anybody: as well as their level, and better where the refund support answers on the screen what was
 * asked of colleagues before.
 */
export function levelAlone(cohorts: Cohorts, person: Person, behaviour: string, day: number, truth: number): number {
  const isAnswered =
    chainOf("refund-handling").behaviours.includes(behaviour) && exposure(cohorts, "refund-handling", person, day - 30);
  return isAnswered ? truth + 0.5 : truth;
}

function planted(
  roster: Roster,
  cohorts: Cohorts,
  person: Person,
  behaviour: string,
  day: number,
  ownView: boolean,
): number {
  const within = (code: Parameters<typeof chainOf>[0]) => chainOf(code).behaviours.includes(behaviour);
  if (within("refund-handling") && exposure(cohorts, "refund-handling", person, day - 30)) return 0.6;
  if (within("setup-verification") && exposure(cohorts, "setup-verification", person, day - 30)) {
    return worksOn(roster, cohorts, "setup-verification", person, day) ? 0.6 : 0.05;
  }
  if (ownView && within("negotiation-library") && exposure(cohorts, "negotiation-library", person, day - 30))
    return 0.5;
  return 0;
}
