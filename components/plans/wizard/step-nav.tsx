"use client";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { LiveRegion } from "@/components/ui/live-region";
import { Tabs } from "@/components/ui/tabs";
import { useChoices, withChanges } from "./choices-provider";

const names = {
  change: "1 Change",
  people: "2 Who",
  design: "3 Design",
  trade: "4 Trade",
  draw: "5 Draw",
} as const;
const nextWords = {
  change: "what should change",
  people: "who",
  design: "the design",
  trade: "people, weeks and noise",
  draw: "draw and save",
};
type Step = keyof typeof names;
const steps = Object.keys(names) as Step[];

/** The steps of the wizard; each carries everything chosen so far. */
export function StepNav({ current }: { current: Step }) {
  const { query, settle, pending } = useChoices();
  const nav = useRef<HTMLDivElement>(null);
  // On a phone the steps do not fit beside each other.
  useEffect(() => {
    nav.current?.querySelector(`[aria-current="page"]`)?.scrollIntoView({ block: "nearest", inline: "center" });
  }, []);
  const tabs = steps.map((step) => ({
    href: `/initiatives/new?${withChanges(query, { step })}`,
    label: names[step],
    current: step === current,
  }));
  return (
    <>
      <div ref={nav} onClickCapture={settle}>
        <Tabs label="Steps" tabs={tabs} />
      </div>
      <LiveRegion quiet>{pending ? "Computing" : ""}</LiveRegion>
      <div aria-hidden="true" className={pending ? "-mt-6 mb-6 h-0.5 animate-pulse bg-line" : "-mt-6 mb-6 h-0.5"} />
    </>
  );
}

/** On to the next step. */
export function NextStep({ current }: { current: Step }) {
  const { query, settle } = useChoices();
  const next = steps[steps.indexOf(current) + 1];
  if (!next) return null;
  return (
    <p className="screen-only">
      <Link
        className={buttonClass("primary")}
        onClick={settle}
        href={`/initiatives/new?${withChanges(query, { step: next })}`}
      >
        Next: {nextWords[next]}
      </Link>
    </p>
  );
}
