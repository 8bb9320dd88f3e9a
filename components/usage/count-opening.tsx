"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** Tells that a page was opened: its address without what was asked for. Nothing waits for it, and offline it is not told. */
export function CountOpening() {
  const path = usePathname();
  const counted = useRef<string | null>(null);
  useEffect(() => {
    if (counted.current === path) return;
    counted.current = path;
    navigator.sendBeacon("/api/opened", new Blob([JSON.stringify({ path })], { type: "application/json" }));
  }, [path]);
  return null;
}
