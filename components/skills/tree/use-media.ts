"use client";
import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds now; false on the server. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (hear: () => void) => {
      const match = matchMedia(query);
      match.addEventListener("change", hear);
      return () => match.removeEventListener("change", hear);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}
