"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { peersQuery } from "@/lib/observe/reviews/peer-queries";
import type { Peer, Peers } from "@/lib/observe/reviews/read-peers";

type ReviewerChoiceProps = {
  /** Those offered at first. */
  first: Peers;
  value: string;
  onChange: (id: string) => void;
  error: string[] | undefined;
};

/** Who should look at it: a colleague out of a list, which a search narrows where it is long. */
export function ReviewerChoice({ first, value, onChange, error }: ReviewerChoiceProps) {
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const { data = first, isError } = useQuery({
    ...peersQuery(asked),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  const found = asked === "" ? first : data;
  const [chosen, setChosen] = useState<Peer | null>(null);
  // Whoever is chosen stays in the list, whatever is searched for next.
  const peers = chosen && !found.peers.some(({ id }) => id === chosen.id) ? [chosen, ...found.peers] : found.peers;
  const choose = (id: string) => {
    setChosen(peers.find((peer) => peer.id === id) ?? null);
    onChange(id);
  };
  return (
    <>
      {first.more ? (
        <Field
          label="Find a colleague"
          hint={hintOf(found, asked, isError)}
          error={isError ? "The server could not be reached. Try again." : undefined}
        >
          <Input type="search" value={words} maxLength={100} onChange={(event) => setWords(event.target.value)} />
        </Field>
      ) : null}
      <Field label="Who should look at it" error={error} required>
        <Select
          value={value}
          onChange={(event) => choose(event.target.value)}
          options={[{ value: "", label: "Choose a colleague" }, ...groups(peers)]}
        />
      </Field>
    </>
  );
}

function hintOf({ peers, more }: Peers, asked: string, isError: boolean): string | undefined {
  if (isError) return undefined;
  if (asked === "") return "By name or number. Below stand the first of them, your team before others.";
  if (peers.length === 0) return "Nobody of your team or role is called so.";
  return more ? `The first ${peers.length} stand below. Write more of the name.` : `${peers.length} found, below.`;
}

function groups(peers: readonly Peer[]) {
  const of = (label: string, sameTeam: boolean) => ({
    label,
    options: peers
      .filter((peer) => peer.sameTeam === sameTeam)
      .map(({ id, name, role }) => ({ value: id, label: role ? `${name}, ${role}` : name })),
  });
  return [of("Your team", true), of("Your role elsewhere", false)].filter(({ options }) => options.length > 0);
}
