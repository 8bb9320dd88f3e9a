"use client";
import { type RefObject, useEffect, useState } from "react";

const margin = "400px 0px";

/** Whether the reader has come near an element, or prints the page; from then on it stays true. */
export function useNear(target: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !target.current) return;
    const come = () => setNear(true);
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && come(), {
      rootMargin: margin,
    });
    observer.observe(target.current);
    window.addEventListener("beforeprint", come);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", come);
    };
  }, [near, target]);
  return near;
}
