"use client";
import { useEffect } from "react";
import { placedId, type TreeView } from "@/components/skills/tree/tree-view";

let timer: ReturnType<typeof setTimeout> | undefined;

/** Before going to another page: an address written while the router is on its way would call it back. */
export const leaveAddress = () => clearTimeout(timer);

/** Keeps the role and the chosen node in the address, a moment after the keyboard has come to rest. */
export function useAddress(view: TreeView, role: string | null): void {
  useEffect(() => {
    const write = () => {
      const address = new URL(window.location.href);
      const row = view.activeRow();
      const node = row ? placedId(row) : null;
      for (const [name, value] of [
        ["role", role],
        ["node", node],
      ] as const) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      if (address.href !== window.location.href) window.history.replaceState(null, "", address);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(write, 400);
    };
    const click = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a[href]")) leaveAddress();
    };
    later();
    const leave = view.subscribe(later);
    document.addEventListener("click", click, true);
    return () => {
      leaveAddress();
      leave();
      document.removeEventListener("click", click, true);
    };
  }, [view, role]);
}
