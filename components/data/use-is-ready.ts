"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False until the page listens: what needs scripts is not offered before. */
export const useIsReady = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
