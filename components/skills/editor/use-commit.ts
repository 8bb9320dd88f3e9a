"use client";
import { useState } from "react";
import type { Fault } from "@/lib/skills/tree/fault";

/** What was typed and not taken, by place: it is still there when one comes back to the field. */
const unfinished = new Map<string, string>();

/** Whether something typed waits in a field. */
export const hasUnfinished = () => unfinished.size > 0;

/** A text that becomes an edit when its field is left, or says beside it why it cannot. */
export function useCommit(place: string, value: string, commit: (typed: string) => readonly Fault[]) {
  const [seen, setSeen] = useState(value);
  const [typed, setTyped] = useState(() => unfinished.get(place) ?? value);
  const [problems, setProblems] = useState<string[]>([]);
  if (seen !== value) {
    setSeen(value);
    const isTyping = unfinished.has(place);
    if (!isTyping) setTyped(value);
    setProblems(
      isTyping ? [`Meanwhile this became “${value}”. Leaving the field keeps what you typed, Escape takes that.`] : [],
    );
  }
  const change = (text: string) => {
    setTyped(text);
    if (text === value) unfinished.delete(place);
    else unfinished.set(place, text);
  };
  /** True: taken, or there was nothing to take. */
  const finish = (text = typed): boolean => {
    const wanted = text.trim();
    const faults = wanted === value ? [] : commit(wanted);
    setProblems(faults.map(({ message }) => message));
    if (faults.length > 0) return false;
    unfinished.delete(place);
    setTyped(wanted);
    return true;
  };
  const leave = () => {
    unfinished.delete(place);
    setTyped(value);
    setProblems([]);
  };
  return { typed, change, finish, leave, problems };
}
