"use client";
import { type KeyboardEvent, useRef, useState } from "react";

/** Keeps what a chart shows at a point in view when the pointer or the focus leaves. `shown` is the point it shows now. */
export function usePin() {
  const [pinned, setPinned] = useState<number | null>(null);
  const shown = useRef<number | null>(null);
  const togglePin = () => setPinned(pinned === null ? shown.current : null);

  // Recharts moves from point to point with the arrow keys, and would take Enter for hiding what it shows.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") setPinned(null);
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    togglePin();
  };
  return { pinned, shown, togglePin, onKeyDown };
}
