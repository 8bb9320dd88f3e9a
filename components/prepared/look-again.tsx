"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const every = 5_000;

/** Asks the server for the page again while it is looked at, until what it waits for is there. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const again = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, every);
    return () => clearInterval(again);
  }, [router]);
  return null;
}
