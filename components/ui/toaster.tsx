"use client";
import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { announcementCount, onAnnouncement } from "./announcements";

export { announce } from "./announcements";

const Toasts = dynamic(() => import("./toasts").then((loaded) => loaded.Toasts), { ssr: false });

/** Once, in the shell. Fetches what it needs when there is something to say. */
export function Toaster() {
  const count = useSyncExternalStore(onAnnouncement, announcementCount, () => 0);
  return count > 0 ? <Toasts count={count} /> : null;
}
