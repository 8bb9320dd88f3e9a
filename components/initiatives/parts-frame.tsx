"use client";
import { useRouter, useSelectedLayoutSegment } from "next/navigation";
import { type ReactNode, startTransition, useOptimistic } from "react";
import { Tabs } from "@/components/ui/tabs";
import { type InitiativePart, initiativeHref } from "@/lib/initiatives/initiative-href";
import { PartSkeleton } from "./part-skeleton";

type PartsFrameProps = {
  initiativeId: string;
  parts: readonly { part: InitiativePart; title: string }[];
  children: ReactNode;
};

/** The strip of parts and the part that is open; the one asked for shows its skeleton at once, before the server answers. */
export function PartsFrame({ initiativeId, parts, children }: PartsFrameProps) {
  const router = useRouter();
  const open = useSelectedLayoutSegment() ?? "effect";
  const [asked, ask] = useOptimistic(open);
  return (
    <>
      <div className="screen-only">
        <Tabs
          label="Parts of this initiative"
          tabs={parts.map(({ part, title }) => {
            const href = initiativeHref(initiativeId, part);
            return {
              href,
              label: title,
              current: part === asked,
              onNavigate: (event) => {
                event.preventDefault();
                startTransition(() => {
                  ask(part);
                  router.push(href, { scroll: false });
                });
              },
            };
          })}
        />
      </div>
      {asked === open ? children : <PartSkeleton />}
    </>
  );
}
