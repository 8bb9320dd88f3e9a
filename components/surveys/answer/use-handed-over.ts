"use client";
import { useEffect, useState } from "react";

/** Sheets this page has sent and not got back with a problem. */
const handedOver = new Set<string>();

/**
 * Tells a sheet that was sent from one to fill in: Back and Forward bring the sheet that was taken, from the router's memory or the browser's. True
 * for such a sheet, while the page is asked for anew; the next person gets an empty sheet with an id of its own, or is told that the link was used.
 */
export function useHandedOver(sheetId: string, tries: number) {
  const [isSpent, setSpent] = useState(() => handedOver.has(sheetId));
  useEffect(() => {
    // It came back with a problem and is filled in further.
    if (tries > 0) handedOver.delete(sheetId);
  }, [sheetId, tries]);
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && handedOver.has(sheetId) && setSpent(true);
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [sheetId]);
  useEffect(() => {
    if (isSpent) window.location.reload();
  }, [isSpent]);
  return { isSpent, handOver: () => handedOver.add(sheetId) };
}
