import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { AbleChange, AbleTask } from "./able";
import { leadingWords } from "./able-words";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const nothing = { kind: "nobody" } as const;
const work = { quality: nothing, errors: nothing, assisted: nothing };
const task = (people: number, alone: number | null, change: AbleChange): AbleTask => ({
  taskId: `t${people}`,
  task: `Task of ${people}`,
  roleId: "r",
  role: "Clerk",
  basis: "marked",
  whole: {
    siteId: "everywhere",
    label: "All sites",
    state: {
      kind: "shown",
      people,
      work,
      standing:
        alone === null
          ? { kind: "few" }
          : {
              kind: "told",
              seen: people,
              alone,
              interval: [0.389, 0.55],
              helped: 0,
              notYet: 0,
              unclear: people === 20 ? 3 : 0,
              unseen: 0,
            },
    },
  },
  sites: [],
  change,
});
const told: AbleChange = {
  kind: "told",
  among: "all",
  now: { n: 143, events: 67 },
  before: { n: 140, events: 58 },
  shift: { value: 67 / 143 - 58 / 140, interval: [-0.06, 0.16], verdict: "flat" },
  work: { quality: null, errors: null, assisted: null },
};

test("says of the tasks most people do how many can do them alone, and what is different, and nothing of few", () => {
  const words = leadingWords(
    [task(20, 11, { kind: "too-early" }), task(143, 67, told), task(160, null, { kind: "few" })],
    "2025-10-31",
    formats,
  );
  expect(words.map((sentence) => sentence.replace(/\s/g, " "))).toEqual([
    "Task of 143 (Clerk): 67 of 143 people can do it alone, 47% (39 to 55); on 31 October 2025 it was 58 of 140: +5 points (−6 to 16), no clear change.",
    "Task of 20 (Clerk): 11 of 20 people can do it alone, 55% (39 to 55); too little is known of 3.",
  ]);
});

test("where only those of whom enough is known are held against each other, both counts are of them", () => {
  const known = { ...told, among: "known", now: { n: 83, events: 23 }, before: { n: 72, events: 18 } } as const;
  const [words] = leadingWords([task(143, 67, known)], "2025-10-31", formats);
  expect(words?.replace(/\s/g, " ")).toContain(
    "of those of whom enough is known it is 23 of 83, on 31 October 2025 it was 18 of 72: +5 points",
  );
});
