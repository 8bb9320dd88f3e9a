"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { controlClass } from "@/components/ui/control-class";
import { LiveRegion } from "@/components/ui/live-region";
import { OptionList } from "@/components/ui/option-list";
import { useOptions } from "@/components/ui/use-options";
import { paletteQuery } from "@/lib/governance/palette-queries";
import type { Destination } from "./navigation";
import { QueryProvider } from "./query-provider";

type PaletteSearchProps = {
  destinations: readonly Destination[];
  /** What was typed before this arrived. */
  early: string;
  onShown: () => void;
  onDone: () => void;
};
type Place = { href: string; label: string; hint: string };

/** Pages, initiatives and units by name: Enter goes there. */
export function PaletteSearch(props: PaletteSearchProps) {
  return (
    <QueryProvider>
      <Search {...props} />
    </QueryProvider>
  );
}

function Search({ destinations, early, onShown, onDone }: PaletteSearchProps) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  // The dialog may have opened before this arrived, and put the focus on what there was.
  useEffect(() => {
    field.current?.focus();
    onShown();
  }, [onShown]);
  const [words, setWords] = useState(early);
  const asked = useDeferredValue(words.trim());
  const { data, isError, isFetching } = useQuery({ ...paletteQuery(asked), placeholderData: keepPreviousData });

  const pages = destinations.map(({ href, label, question }): Place => ({ href, label, hint: question }));
  const places: Place[] = [...pages.filter((page) => holds(page, asked)), ...(data?.items ?? [])];
  const combobox = useOptions({
    options: places.map((place) => ({ key: place.href, ...place })),
    onTake: ({ href }) => {
      onDone();
      router.push(href);
    },
  });

  return (
    <div>
      <input
        ref={field}
        {...combobox.field}
        aria-label="Page, initiative or unit"
        placeholder="Page, initiative or unit"
        value={words}
        className={controlClass}
        onChange={(event) => {
          setWords(event.target.value);
          combobox.restart();
        }}
      />
      <OptionList label="Where to" list={combobox.list} className="mt-2 max-h-[50vh]" />
      <LiveRegion>
        <span className="text-caption text-ink-3">{statusOf(places.length, isError, isFetching)}</span>
      </LiveRegion>
    </div>
  );
}

function holds({ label, hint }: Place, words: string): boolean {
  return `${label} ${hint}`.toLowerCase().includes(words.toLowerCase());
}

function statusOf(count: number, isError: boolean, isFetching: boolean): string {
  if (isError) return "Initiatives and units could not be searched. Pages are listed; try again in a moment.";
  if (isFetching) return "Searching";
  return count === 1 ? "1 place" : `${count} places`;
}
