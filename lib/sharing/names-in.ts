/** What is taken out of texts: full names and ids of people, each as its words in lower case. */
export type KnownPeople = {
  /** Words of names joined by a space, two words at least. */
  names: ReadonlySet<string>;
  ids: ReadonlySet<string>;
  /** Words of the longest name. */
  longest: number;
};

type Person = { name: string | null; employeeId: string | null };

const word = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’_-]*/gu;
const address = /[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[\p{L}\p{N}-]+/gu;
export const leftOut = "[left out]";

/**
 * People as texts are searched for them. A name of one word is not searched for, because it may be any word; nor is an id of up to four digits
 * and nothing else, because it may be any number.
 */
export function knownPeople(people: readonly Person[]): KnownPeople {
  const names = new Set<string>();
  const ids = new Set<string>();
  let longest = 0;
  for (const { name, employeeId } of people) {
    const words = wordsOf(name ?? "").map(({ text }) => text);
    if (words.length > 1) {
      names.add(words.join(" "));
      // "Surname, First name".
      names.add([...words.slice(1), words[0]].join(" "));
      longest = Math.max(longest, words.length);
    }
    const id = employeeId?.normalize("NFKC").toLowerCase() ?? "";
    if (/\p{L}/u.test(id) ? id.length > 1 : id.length > 4) ids.add(id);
  }
  return { names, ids, longest };
}

/** A text without e-mail addresses, names and ids of people. In one that is a number of its own (`isFigure`) digits are no id. */
export function withoutPeople(text: string, { names, ids, longest }: KnownPeople, isFigure = false): string {
  const open = text.replace(address, leftOut);
  const words = wordsOf(open);
  const out: [from: number, to: number][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first) break;
    const size = sizeOfName(words.slice(at, at + longest), names);
    const last = words[at + size - 1];
    if (size > 0 && last) {
      out.push([first.from, last.to]);
      at += size - 1;
    } else if (ids.has(first.text) && !(isFigure && /^\d+$/.test(first.text))) out.push([first.from, first.to]);
  }
  return out.reduceRight((kept, [from, to]) => kept.slice(0, from) + leftOut + kept.slice(to), open);
}

/** Words of the longest name that begins here; 0 where none does. */
function sizeOfName(words: readonly { text: string }[], names: ReadonlySet<string>): number {
  for (let size = words.length; size > 1; size -= 1) {
    const name = words
      .slice(0, size)
      .map(({ text }) => text)
      .join(" ");
    if (names.has(name)) return size;
  }
  return 0;
}

function wordsOf(text: string): { text: string; from: number; to: number }[] {
  return [...text.matchAll(word)].map((found) => ({
    // "Mara Manager's" is Mara Manager.
    text: found[0]
      .normalize("NFKC")
      .toLowerCase()
      .replace(/['’]s$/, ""),
    from: found.index,
    to: found.index + found[0].length,
  }));
}
