"use client";
import { type ReactNode, useEffect, useRef } from "react";

type TabStripProps = { label: string; current: string | undefined; children: ReactNode };

/** A strip of tabs that may be wider than the screen, with the current one in sight. */
export function TabStrip({ label, current, children }: TabStripProps) {
  const strip = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the current tab that moved
  useEffect(() => {
    const tab = strip.current?.querySelector<HTMLElement>("[aria-current]");
    if (strip.current && tab)
      strip.current.scrollLeft = tab.offsetLeft - (strip.current.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={strip} aria-label={label} className="relative mb-6 overflow-x-auto border-b border-rule">
      {children}
    </nav>
  );
}
