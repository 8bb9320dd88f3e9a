"use client";
import { type RefObject, useEffect, useRef, useState } from "react";

/** Width of an element in pixels; null until it is measured. */
export function useWidth<Target extends HTMLElement>(): [RefObject<Target | null>, number | null] {
  const target = useRef<Target>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    if (!target.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(target.current);
    return () => observer.disconnect();
  }, []);
  return [target, width];
}
