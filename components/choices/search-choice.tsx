"use client";
import { keepPreviousData, type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { QueryProvider } from "@/components/shell/query-provider";
import { controlClass } from "@/components/ui/control-class";
import { useField } from "@/components/ui/field";
import { LiveRegion } from "@/components/ui/live-region";
import { OptionList } from "@/components/ui/option-list";
import { useOptions } from "@/components/ui/use-options";
import type { Choice, Found } from "@/lib/access/choosing/choosable";

export const nobody: Choice = { id: "", name: "Nobody", hint: null };

type SearchChoiceProps = {
  value: Choice;
  onChoose(choice: Choice): void;
  /** Offered before anybody is searched for; the first is what an emptied field means. Without one, somebody has to be chosen. */
  fixed?: readonly Choice[];
  /** Those whose name or place hold the words. */
  find(words: string): UseQueryOptions<Found, Error, Found, string[]>;
};

/** Somebody out of a list too long to read: found on the server, told apart by where they work. It stands in a Field. */
export function SearchChoice(props: SearchChoiceProps) {
  return (
    <QueryProvider>
      <Search {...props} />
    </QueryProvider>
  );
}

function Search({ value, onChoose, fixed = [], find }: SearchChoiceProps) {
  const [isOpen, setOpen] = useState(false);
  /** Null until something is typed. */
  const [words, setWords] = useState<string | null>(null);
  const text = (words ?? "").trim();
  const asked = useDeferredValue(text);
  const { data, isError, isFetching, isPlaceholderData } = useQuery({
    ...find(asked),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const people = data?.people ?? [];
  const offered = asked === "" ? [...fixed, ...people] : people;
  const close = () => {
    setOpen(false);
    setWords(null);
  };
  const { field, list, restart } = useOptions({
    options: offered.map((choice) => ({ key: choice.id, label: choice.name, hint: choice.hint, choice })),
    onTake: ({ choice }) => {
      onChoose(choice);
      close();
    },
    isOpen,
    isSettled: asked === text && !isPlaceholderData,
  });
  const input = useRef<HTMLInputElement>(null);
  const isNobody = value.id === "" && fixed.length === 0;
  const standing = isNobody ? "" : value.name;
  // What is typed next takes the place of the name that stands there.
  useEffect(() => {
    if (!isOpen && standing && document.activeElement === input.current) input.current?.select();
  }, [isOpen, standing]);
  return (
    <>
      <input
        ref={input}
        {...useField()}
        {...field}
        className={controlClass}
        placeholder={standing || "Name, role, team or site"}
        value={isOpen ? (words ?? "") : standing}
        maxLength={100}
        onClick={() => setOpen(true)}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          if (words === "") onChoose(fixed[0] ?? nobody);
          close();
        }}
        onChange={(event) => {
          setOpen(true);
          setWords(event.target.value);
          restart();
        }}
        onKeyDown={(event) => {
          if (isOpen && event.key === "Escape") {
            // It closes the list, not the window the list stands in.
            event.stopPropagation();
            close();
          } else if (!isOpen && event.key === "ArrowDown") {
            event.preventDefault();
            setOpen(true);
          } else field.onKeyDown(event);
        }}
      />
      {isOpen ? (
        <OptionList label="Found" list={list} className="mt-1 max-h-60 rounded-control border border-rule-2" />
      ) : value.hint ? (
        <p className="mt-1 text-caption text-ink-2">{value.hint}</p>
      ) : null}
      <LiveRegion>
        <span className="text-caption text-ink-3">
          {isOpen ? saysOf({ people: people.length, more: data?.more === true, isError, isFetching }) : ""}
        </span>
      </LiveRegion>
    </>
  );
}

type State = { people: number; more: boolean; isError: boolean; isFetching: boolean };

function saysOf({ people, more, isError, isFetching }: State): string {
  if (isError) return "The server could not be asked. Try again in a moment.";
  if (isFetching) return "Searching";
  if (more) return `The first ${people}. Write more of the name, or a role, team or site.`;
  if (people === 0) return "Nobody who can be chosen is called so or works there.";
  return people === 1 ? "1 found" : `${people} found`;
}
