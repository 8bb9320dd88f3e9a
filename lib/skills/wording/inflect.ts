import { workVerbs } from "./verbs";

const irregular: Record<string, string> = { be: "is", have: "has", do: "does", go: "goes" };
const vowel = /[aeiou]/;

/** "negotiate" is "negotiates", "carry" is "carries". */
export function thirdPerson(base: string): string {
  const known = irregular[base];
  if (known) return known;
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  if (base.endsWith("y") && !vowel.test(base.at(-2) ?? "a")) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

/** "carries" is "carry", "closes" is "close". */
export function baseOf(third: string): string {
  const known = bases.get(third);
  if (known) return known;
  if (third.endsWith("ies")) return `${third.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(third)) return third.slice(0, -2);
  return third.endsWith("s") ? third.slice(0, -1) : third;
}

/** "interrupt" is "interrupting", "leave" is "leaving", "cut" is "cutting". */
export function gerundOf(base: string): string {
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base)) return `${base.slice(0, -1)}ing`;
  const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) || /(?:mit|fer|cur|pel|get|gin)$/.test(base);
  return doubles ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

/** "resolving" is "resolve"; null for a verb that is not known, because the spelling does not tell. */
export function baseOfGerund(gerund: string): string | null {
  return byGerund.get(gerund) ?? null;
}

const bases = new Map([...workVerbs].map((base) => [thirdPerson(base), base]));
const byGerund = new Map([...workVerbs].map((base) => [gerundOf(base), base]));

export const isWorkVerb = (third: string): boolean => bases.has(third);

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
