"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/control-class";
import { LiveRegion } from "@/components/ui/live-region";
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
type Option = { href: string; label: string; hint: string };

/** A text field over a list: arrows move, Enter goes, as the ARIA pattern for a combobox has it. */
export function PaletteSearch(props: PaletteSearchProps) {
  return (
    <QueryProvider>
      <Search {...props} />
    </QueryProvider>
  );
}

function Search({ destinations, early, onShown, onDone }: PaletteSearchProps) {
  const router = useRouter();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  // The dialog may have opened before this arrived, and put the focus on what there was.
  useEffect(() => {
    field.current?.focus();
    onShown();
  }, [onShown]);
  const [words, setWords] = useState(early);
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(words.trim());
  const { data, isError, isFetching } = useQuery({ ...paletteQuery(asked), placeholderData: keepPreviousData });

  const pages = destinations.map(({ href, label, question }): Option => ({ href, label, hint: question }));
  const options = [...pages.filter((page) => holds(page, asked)), ...(data?.items ?? [])];
  const current = Math.min(active, options.length - 1);
  const go = (option: Option | undefined) => {
    if (!option) return;
    onDone();
    router.push(option.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      const next = (current + step + options.length) % options.length;
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      go(options[current]);
    }
  };

  return (
    <div>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Page, initiative or unit"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={options.length > 0 ? `${listId}-${current}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder="Page, initiative or unit"
        value={words}
        className={controlClass}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
      />
      <div id={listId} role="listbox" aria-label="Where to" className="mt-2 max-h-[50vh] overflow-y-auto">
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the text field, which names the active option
          <div
            key={option.href}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classNames("target cursor-pointer px-2 py-1.5", index === current && "bg-paper-2")}
            onMouseMove={() => setActive(index)}
            onClick={() => go(option)}
          >
            <span className="block font-medium">{option.label}</span>
            <span className="block text-caption text-ink-3">{option.hint}</span>
          </div>
        ))}
      </div>
      <LiveRegion>
        <span className="text-caption text-ink-3">{statusOf(options.length, isError, isFetching)}</span>
      </LiveRegion>
    </div>
  );
}

function holds({ label, hint }: Option, words: string): boolean {
  return `${label} ${hint}`.toLowerCase().includes(words.toLowerCase());
}

function statusOf(count: number, isError: boolean, isFetching: boolean): string {
  if (isError) return "Initiatives and units could not be searched. Pages are listed; try again in a moment.";
  if (isFetching) return "Searching";
  return count === 1 ? "1 place" : `${count} places`;
}
