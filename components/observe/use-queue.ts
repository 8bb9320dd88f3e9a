"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { pauseAfter } from "./outcome";
import { type Entry, onQueue, putEntry, readQueue } from "./queue";
import { sendQueue } from "./send-queue";

export type QueueState = "idle" | "sending" | "later" | "signed-out";

/** The user's queue on this device: sent when something is added, the network comes back or the page is looked at again. */
export function useQueue(userId: string, onTaken: () => void) {
  const [waiting, setWaiting] = useState<Entry[]>([]);
  const [state, setState] = useState<QueueState>("idle");
  const [durable, setDurable] = useState(true);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const whenTaken = useRef(onTaken);
  whenTaken.current = onTaken;

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    if ((await readQueue(userId)).every((entry) => entry.refused)) return setState("idle");
    // What waits stays in sight until it is gone.
    setState((before) => (before === "idle" ? "sending" : before));
    const { ended, taken } = await sendQueue(userId);
    setState(ended === "empty" ? "idle" : ended);
    if (taken > 0) whenTaken.current();
    failures.current = ended === "later" ? failures.current + 1 : 0;
    if (ended === "later") timer.current = setTimeout(() => void send(), pauseAfter(failures.current, Math.random()));
  }, [userId]);

  useEffect(() => {
    const read = () => void readQueue(userId).then(setWaiting);
    const look = () => document.visibilityState === "visible" && void send();
    const comeBack = () => void send();
    const stop = onQueue(read);
    read();
    void send();
    window.addEventListener("online", comeBack);
    document.addEventListener("visibilitychange", look);
    return () => {
      stop();
      clearTimeout(timer.current);
      window.removeEventListener("online", comeBack);
      document.removeEventListener("visibilitychange", look);
    };
  }, [userId, send]);

  const add = useCallback(
    async (entry: Entry) => {
      setDurable(await putEntry(entry));
      void send();
    },
    [send],
  );
  return { waiting, state, durable, add, send };
}
