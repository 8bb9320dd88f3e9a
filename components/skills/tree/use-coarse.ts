"use client";
import { useSyncExternalStore } from "react";

const query = "(pointer: coarse), (width < 40rem)";

const subscribe = (hear: () => void) => {
  const match = matchMedia(query);
  match.addEventListener("change", hear);
  return () => match.removeEventListener("change", hear);
};

/** Whether rows must be tall enough for a finger. */
export function useCoarse(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}
