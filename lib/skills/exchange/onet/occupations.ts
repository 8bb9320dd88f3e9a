import type { Release } from "./release";

export type Occupation = { code: string; title: string; description: string; titles: string[] };

/** Every occupation of a release with the other titles it goes by. */
export function readOccupations(release: Release): Occupation[] {
  const titles = new Map<string, Set<string>>();
  const note = (code: string | null, title: string | null) => {
    if (!code || !title) return;
    const known = titles.get(code);
    if (known) known.add(title);
    else titles.set(code, new Set([title]));
  };
  for (const row of release.rows("Alternate Titles.txt")) note(row.get("O*NET-SOC Code"), row.get("Alternate Title"));
  for (const row of release.rows("Sample of Reported Titles.txt")) {
    note(row.get("O*NET-SOC Code"), row.get("Reported Job Title"));
  }
  return release.rows("Occupation Data.txt").flatMap((row) => {
    const [code, title] = [row.get("O*NET-SOC Code"), row.get("Title")];
    if (!code || !title) return [];
    return [{ code, title, description: row.get("Description") ?? "", titles: [...(titles.get(code) ?? [])] }];
  });
}

export type FoundOccupation = { code: string; title: string; description: string; by: string | null };

/** Occupations whose title, code or other titles hold every word asked for; those found by their own title first. `by`: the other title. */
export function searchOccupations(occupations: readonly Occupation[], asked: string): FoundOccupation[] {
  const words = asked
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const found = occupations.flatMap((occupation): FoundOccupation[] => {
    const { code, title, description } = occupation;
    if (holds(`${code} ${title}`)) return [{ code, title, description, by: null }];
    const by = occupation.titles.find(holds);
    return by ? [{ code, title, description, by }] : [];
  });
  return found.sort((a, b) => Number(a.by !== null) - Number(b.by !== null) || (a.title < b.title ? -1 : 1));
}
