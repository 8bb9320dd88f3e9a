"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { currentOf, type Destination } from "./navigation";

type NavLinksProps = { destinations: readonly Destination[]; onNavigate?: () => void };

/** Where one can go, by the question it answers. */
export function NavLinks({ destinations, onNavigate }: NavLinksProps) {
  const here = currentOf(destinations, usePathname());
  return (
    <ul className="space-y-1">
      {destinations.map(({ href, label, question }) => {
        const current = href === here;
        return (
          <li key={href}>
            <Link
              href={href}
              {...(onNavigate ? { onClick: onNavigate } : {})}
              aria-current={current ? "page" : undefined}
              className={classNames(
                "target block border-l-2 py-1.5 pl-3",
                current ? "border-line" : "border-transparent hover:border-rule-2",
              )}
            >
              <span className={classNames("block leading-snug", current ? "font-semibold text-line" : "font-medium")}>
                {label}
                <Opening />
              </span>
              <span className="block text-caption text-ink-3">{question}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Shown from the click until the page is there. */
function Opening() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span className="ml-2 inline-block size-1.5 animate-pulse rounded-full bg-line align-middle">
      <span className="sr-only">Opening</span>
    </span>
  );
}
