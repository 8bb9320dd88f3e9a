import { queryOptions } from "@tanstack/react-query";
import { type Choice, type Choosing, type Found, mostFound } from "./choosable";

/** Users to choose from, by name, role, team or site. */
export const usersQuery = (to: Choosing) => (words: string) =>
  queryOptions({
    queryKey: ["choices", "users", to, words],
    queryFn: async ({ signal }): Promise<Found> => {
      const response = await fetch(`/api/choices/users?to=${to}&q=${encodeURIComponent(words)}`, { signal });
      if (!response.ok) throw new Error(`The list of users answered ${response.status}`);
      return response.json();
    },
    staleTime: 60_000,
  });

/** The same among people who are all there already, in their order. */
export const amongQuery = (choices: readonly Choice[]) => (words: string) =>
  queryOptions({
    queryKey: ["choices", "among", choices.map(({ id }) => id).join(" "), words],
    queryFn: (): Found => findAmong(choices, words),
  });

/** Those whose name or place holds every word. */
export function findAmong(choices: readonly Choice[], typed: string): Found {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ name, hint }) => {
    const text = `${name} ${hint ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { people: found.slice(0, mostFound), more: found.length > mostFound };
}
