import type { NativeChart, NativeSeries } from "./native-chart";

type Column = { name: string; values: (number | null)[] };

const reached = ({ name, values, reach }: NativeSeries): Column[] => [
  { name, values },
  ...(reach
    ? [
        { name: `${name}, down to the low end of 95%`, values: reach.down },
        { name: `${name}, up to the high end of 95%`, values: reach.up },
      ]
    : []),
];

/** The columns of the sheet behind a chart, after its labels: each series, and beside it how far its interval reaches. */
export const columnsOf = ({ series }: NativeChart): Column[] => series.flatMap(reached);

/** The columns of one series, as they are counted from the labels. */
export function placesOf({ series }: NativeChart, at: number): { value: number; down: number; up: number } {
  const value = 1 + series.slice(0, at).reduce((sum, one) => sum + reached(one).length, 0);
  return { value, down: value + 1, up: value + 2 };
}
