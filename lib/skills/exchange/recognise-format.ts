import type { Format } from "./parsed";

/** What the files of an upload are, by their names; null where they are nothing we read. */
export function recogniseFormat(names: readonly string[]): Format | null {
  const is = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (is(/^Occupation Data\.txt$/i) || is(/^Task Statements\.txt$/i)) return "onet";
  if (is(escoFile)) return "esco";
  if (is(/\.json$/i)) return "case";
  if (is(/\.csv$/i)) return "skills";
  return null;
}

export const escoFile = /^(skills|occupations|occupationSkillRelations|broaderRelationsSkillPillar)_[a-z]{2}\.csv$/i;
