"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";

/** A choice made: a value, several, or none. */
export type Chosen = string | readonly string[] | null;

type Choosing = {
  /** The address as it will be: what is typed is in it before the page has followed. */
  query: URLSearchParams;
  choose(changes: Record<string, Chosen>, pause?: number): void;
  /** Before going elsewhere by a link that has everything chosen: nothing is to be written into the address after it. */
  settle(): void;
  pending: boolean;
};

const Context = createContext<Choosing | null>(null);

/** While somebody types, the page is not asked anew with every key. */
export const typing = 500;

/** Keeps the choices in the address, so that they can be sent on and outlive a reload; the page answers from there. */
export function ChoicesProvider({ children }: { children: ReactNode }) {
  const params = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [query, setQuery] = useState(() => new URLSearchParams(params));
  const latest = useRef(query);
  const sent = useRef(new Set([params.toString()]));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const forget = () => sent.current.clear();
    window.addEventListener("popstate", forget);
    return () => window.removeEventListener("popstate", forget);
  }, []);
  useEffect(() => {
    const address = params.toString();
    if (sent.current.has(address)) return;
    sent.current.add(address);
    latest.current = new URLSearchParams(address);
    setQuery(latest.current);
  }, [params]);

  const choose = useCallback(
    (changes: Record<string, Chosen>, pause = 0) => {
      const next = withChanges(latest.current, changes);
      latest.current = next;
      setQuery(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const address = latest.current.toString();
        sent.current.add(address);
        startTransition(() => router.replace(`${path}?${address}`, { scroll: false }));
      }, pause);
    },
    [path, router],
  );
  const settle = useCallback(() => clearTimeout(timer.current), []);
  const value = useMemo(() => ({ query, choose, settle, pending }), [query, choose, settle, pending]);
  return <Context value={value}>{children}</Context>;
}

export function useChoices(): Choosing {
  const choosing = useContext(Context);
  if (!choosing) throw new Error("There are no choices around");
  return choosing;
}

export function withChanges(query: URLSearchParams, changes: Record<string, Chosen>): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, chosen] of Object.entries(changes)) {
    next.delete(name);
    for (const one of [chosen ?? []].flat()) if (one !== "") next.append(name, one);
  }
  return next;
}
