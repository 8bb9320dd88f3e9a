import { queryOptions } from "@tanstack/react-query";
import type { Found } from "@/lib/access/choosing/choosable";

/** Colleagues who may be asked for a review, by name, number, role, team or site. */
export const peersQuery = (words: string) =>
  queryOptions({
    queryKey: ["peers", words],
    queryFn: async ({ signal }): Promise<Found> => {
      const response = await fetch(`/api/observe/peers?q=${encodeURIComponent(words)}`, { signal });
      if (!response.ok) throw new Error(`The list of colleagues answered ${response.status}`);
      return response.json();
    },
    staleTime: 60_000,
  });
