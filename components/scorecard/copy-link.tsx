"use client";
import { Link2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toaster";

/** Copies the whole address of a view, also where the page was opened without one. */
export function CopyLink({ href }: { href: string }) {
  const copy = async () => {
    const address = new URL(href, window.location.origin).href;
    try {
      await navigator.clipboard.writeText(address);
      announce("Link copied", "Whoever opens it sees this view, as far as their role goes.");
    } catch {
      announce("The link could not be copied", address);
    }
  };
  return (
    <Button look="plain" onClick={() => void copy()}>
      <Link2 aria-hidden="true" size={16} />
      Copy link
    </Button>
  );
}
