import { queryOptions } from "@tanstack/react-query";
import type { Peers } from "./read-peers";

/** Colleagues who may be asked for a review, by name or number. */
export const peersQuery = (words: string) =>
  queryOptions({
    queryKey: ["peers", words],
    queryFn: async ({ signal }): Promise<Peers> => {
      const response = await fetch(`/api/observe/peers?q=${encodeURIComponent(words)}`, { signal });
      if (!response.ok) throw new Error(`The list of colleagues answered ${response.status}`);
      return response.json();
    },
    staleTime: 60_000,
  });
