import type { Month } from "./calendar";
import { ability, type Cohorts } from "./cohorts";
import { exposure, plantedEffect, worksOn } from "./effects";
import type { PersonKpi } from "./person-kpis";
import { fixedNormal, type Random } from "./random";
import { type Person, type Roster, spellAt } from "./roster";

export type KpiValue = { numerator: number; denominator: number } | { value: number };

/** Leading indicators move with use, whether or not the use does any good. */
function adoption(roster: Roster, cohorts: Cohorts, kpi: string, person: Person, month: Month): number {
  if (kpi === "in_flow_use") {
    const growth = 0.1 * (month.index / 24);
    return (
      growth +
      0.34 * exposure(cohorts, "refund-handling", person, month.last) +
      0.18 * exposure(cohorts, "negotiation-library", person, month.last)
    );
  }
  if (kpi !== "first_piece_checks") return 0;
  const exposed = exposure(cohorts, "setup-verification", person, month.last);
  return exposed === 0 ? 0 : worksOn(roster, cohorts, "setup-verification", person, month.last) ? 0.26 : 0.03;
}

function expected(roster: Roster, cohorts: Cohorts, kpi: PersonKpi, person: Person, month: Month): number {
  const { team } = spellAt(person, month.last);
  const tenure = (month.last - person.hire) / 30;
  return (
    kpi.base +
    kpi.person * ability(roster.seed, kpi.code, person.index) +
    kpi.team * fixedNormal(roster.seed, `team ${kpi.code}`, team) +
    kpi.teamMonth * fixedNormal(roster.seed, `month ${kpi.code}`, team, month.index) +
    kpi.newcomer * Math.exp(-tenure / 4) +
    (kpi.season[month.ofYear] ?? 0) +
    adoption(roster, cohorts, kpi.code, person, month) +
    plantedEffect(roster, cohorts, kpi.code, person, month.last)
  );
}

type Occasion = { roster: Roster; cohorts: Cohorts; person: Person; month: Month; random: Random };

export function drawKpi(kpi: PersonKpi, { roster, cohorts, person, month, random }: Occasion): KpiValue {
  const mean = expected(roster, cohorts, kpi, person, month);
  if (kpi.volume === null) return { value: Math.max(1, random.normal(mean, kpi.noise)) };
  const attendance = month.workdays.length / 21;
  const denominator = Math.max(8, Math.round(kpi.volume * attendance * random.between(0.8, 1.2)));
  return { numerator: random.binomial(denominator, Math.min(0.995, Math.max(0.003, mean))), denominator };
}
