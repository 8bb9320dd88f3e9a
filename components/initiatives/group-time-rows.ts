import type { Cell, Column, Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { decimalsOf } from "@/lib/format/interval";
import type { EffectScale } from "@/lib/initiatives/effect-scale";
import type { RollOutPicture, Wave, WaveEffect } from "@/lib/initiatives/roll-out-picture";
import { periodName } from "@/lib/initiatives/words";

export type GroupTime = {
  picture: RollOutPicture;
  scale: EffectScale;
  /** Of the plan. */
  period: string;
  /** What a wave consists of: "people" or "teams". */
  units: string;
  minimum: number;
  formats: Formats;
};

/** A row per period, a column per wave. Effects before the exposure of their wave stand in brackets. */
export function groupTimeTable(given: GroupTime): { columns: Column[]; rows: Row[] } {
  const { picture, period, formats } = given;
  const looked = new Set([...picture.effects, ...picture.refused].map((at) => at.period));
  return {
    columns: [
      { id: "period", header: "In", whole: true },
      ...picture.waves.map((wave) => ({ id: wave.name, header: waveText(wave, given), align: "end" as const })),
    ],
    rows: picture.periods
      .filter((at) => looked.has(at))
      .map((at) => ({
        id: at,
        cells: {
          period: { text: periodName(period, at, formats), sort: at },
          ...Object.fromEntries(picture.waves.map((wave) => [wave.name, cellOf(wave, at, given)])),
        },
      })),
  };
}

function waveText({ name, n, clusters, single, withheld }: Wave, { period, units, minimum, formats }: GroupTime) {
  const exposed = `Exposed ${periodName(period, name, formats)}`;
  if (withheld) return `${exposed}, fewer than ${minimum} people`;
  if (single) return `${exposed}, a single one: errors too small`;
  return `${exposed}, ${formats.number(n)} ${units}${clusters === n ? "" : ` in ${clusters} clusters`}`;
}

function cellOf({ name, withheld }: Wave, at: string, { picture, scale, formats }: GroupTime): Cell {
  if (withheld) return { text: "withheld", sort: null };
  const effect = picture.effects.find(({ wave, period }) => wave === name && period === at);
  if (!effect) return null;
  const text = effectText(effect, scale, formats);
  return { text: effect.since < 0 ? `[${text}]` : text, sort: effect.estimate };
}

/** `−0.5 (−1.2 to 0.1)`: the unit stands in the caption. */
function effectText({ estimate, interval }: WaveEffect, scale: EffectScale, formats: Formats): string {
  const value = scale.value(estimate);
  if (!interval) return formats.number(value, { significant: 2, signed: true });
  const range = scale.range(interval);
  const decimals = decimalsOf(range);
  const ends = range.map((end) => formats.number(end, { decimals })).join(" to ");
  return `${formats.number(value, { decimals, signed: true })} (${ends})`;
}

/** One effect per line, with its interval: what the file holds. */
export function groupTimeLines({ picture, scale }: Pick<GroupTime, "picture" | "scale">) {
  const columns: Column[] = [
    { id: "wave", header: "First exposed" },
    { id: "period", header: "Period" },
    { id: "since", header: "Periods since exposure" },
    { id: "estimate", header: scale.unit ? `Effect, ${scale.unit}` : "Effect" },
    { id: "low", header: "Interval from" },
    { id: "high", header: "Interval to" },
  ];
  const rows = picture.effects.map(({ wave, period, since, estimate, interval }): Row => {
    const [low, high] = interval ? scale.range(interval) : [null, null];
    return { id: `${wave} ${period}`, cells: { wave, period, since, estimate: scale.value(estimate), low, high } };
  });
  return { columns, rows };
}
