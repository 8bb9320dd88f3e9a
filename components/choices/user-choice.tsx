"use client";
import { usersQuery } from "@/lib/access/choosing/choice-queries";
import type { Choice, Choosing } from "@/lib/access/choosing/choosable";
import { SearchChoice } from "./search-choice";

type UserChoiceProps = {
  /** What they are chosen for. */
  to: Choosing;
  value: Choice;
  onChoose(choice: Choice): void;
  fixed?: readonly Choice[];
};

/** A user to answer for something, found by name, role, team or site. It stands in a Field. */
export function UserChoice({ to, ...rest }: UserChoiceProps) {
  return <SearchChoice find={usersQuery(to)} {...rest} />;
}
