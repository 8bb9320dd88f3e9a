import type { ScalePoint } from "@/db/schema/taxonomy-versions";

export type Preset = {
  name: string;
  kind: "points" | "percentile";
  lowest: number;
  highest: number;
  points: ScalePoint[];
  /** Where it is met, and what to mind. */
  about: string;
};

const straight = (lowest: number, highest: number): ScalePoint[] => [
  { value: lowest, level: 1 },
  { value: highest, level: 5 },
];

/** What a percentile can and cannot say, wherever one is shown. */
export const percentileCaveat =
  "A percentile says where somebody stands among those who were rated, not what they can do: half of any group is below the 50th, however " +
  "good the group is. Levels made from percentiles compare people within one source and time; they do not show that a group improved.";

/** Scales other tools use, ready to be taken as they are or changed. */
export const presets: Preset[] = [
  {
    name: "1-5",
    kind: "points",
    lowest: 1,
    highest: 5,
    points: straight(1, 5),
    about: "Our own levels: read as they stand.",
  },
  {
    name: "1-8",
    kind: "points",
    lowest: 1,
    highest: 8,
    points: [
      { value: 1, level: 1 },
      { value: 3, level: 2 },
      { value: 5, level: 3 },
      { value: 7, level: 4 },
      { value: 8, level: 5 },
    ],
    about:
      "The eight levels of skill graphs: two steps of theirs are about one of ours, and the last is for those who shape how others work.",
  },
  { name: "1-10", kind: "points", lowest: 1, highest: 10, points: straight(1, 10), about: "Straight from end to end." },
  {
    name: "1-100",
    kind: "points",
    lowest: 1,
    highest: 100,
    points: [
      { value: 1, level: 1 },
      { value: 40, level: 2 },
      { value: 60, level: 3 },
      { value: 80, level: 4 },
      { value: 100, level: 5 },
    ],
    about:
      "Scores in points: 60 is taken as the pass mark, which is doing it alone. Move the points to where your tool's pass mark lies.",
  },
  {
    name: "percentile",
    kind: "percentile",
    lowest: 0,
    highest: 100,
    points: [
      { value: 0, level: 1 },
      { value: 25, level: 2 },
      { value: 50, level: 3 },
      { value: 75, level: 4 },
      { value: 100, level: 5 },
    ],
    about: percentileCaveat,
  },
  {
    name: "o*net level",
    kind: "points",
    lowest: 0,
    highest: 7,
    points: straight(0, 7),
    about: "The level scale of O*NET, 0 to 7: straight from end to end, as its anchors are spaced evenly.",
  },
];

export const presetOf = (name: string) => presets.find((preset) => preset.name === name.trim().toLowerCase());
