type Valued = { name: string; family: string | null; unit: string | null; valuePerUnit: number | null };

const families = /\b(customer|satisfaction|engagement|experience|culture|morale|trust|wellbeing)\b/i;
const units = /\b(points? (of|out of)|stars?|nps|score|rating|likert)\b/i;

/**
 * True for a figure without an accepted value in money: one of satisfaction, engagement and the like, by its family or the unit it is asked in, whose
 * definition names no value per unit.
 */
export function isIntangible({ name, family, unit, valuePerUnit }: Valued): boolean {
  if (valuePerUnit !== null) return false;
  return families.test(family ?? "") || units.test(unit ?? "") || /\b(satisfaction|engagement)\b/i.test(name);
}
