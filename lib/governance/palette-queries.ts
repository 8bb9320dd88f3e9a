import { queryOptions } from "@tanstack/react-query";
import type { PaletteItem } from "./read-palette";

/** Initiatives and units whose name holds the words, as far as the viewer may see them. */
export const paletteQuery = (words: string) =>
  queryOptions({
    queryKey: ["palette", words],
    queryFn: async ({ signal }): Promise<{ items: PaletteItem[] }> => {
      const response = await fetch(`/api/palette?q=${encodeURIComponent(words)}`, { signal });
      if (!response.ok) throw new Error(`The palette answered ${response.status}`);
      return response.json();
    },
    staleTime: 60_000,
  });
