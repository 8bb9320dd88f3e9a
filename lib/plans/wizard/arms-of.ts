import { addDays } from "@/lib/days";
import { grouped } from "@/lib/grouped";
import { momentsOf } from "@/lib/stats/moments";
import type { Drawn } from "./draw-arms";
import type { PersonHistory } from "./people-history";
import type { windowsOf } from "./plan-calendar";

/** One arm of a draw, as its preview shows it. */
export type ArmPreview = {
  arm: string;
  people: number;
  teams: number;
  /** The day it starts; of a control arm the first day after the comparison, when its turn comes. Null: it does not. */
  starts: string | null;
  /** Of people with a value. */
  withBaseline: number;
  baseline: number | null;
  /** How far its baseline lies from that of everybody else in the draw, in standard deviations. */
  apart: number | null;
};

type Windows = ReturnType<typeof windowsOf>;

/** The planned start of an arm; who waits as control starts when the comparison is over, where waiting was the deal. */
export function startOf(
  arm: string,
  { starts, windows, controlFollows }: { starts: string; windows: Windows; controlFollows: boolean },
) {
  const wave = /^wave-(\d+)$/.exec(arm)?.[1];
  if (wave) return windows.waveStarts[Number(wave) - 1] ?? null;
  if (arm === "treatment") return starts;
  return controlFollows ? addDays(windows.followUp.to, 1) : null;
}

/** The arms of a draw, the control arm last. */
export function armsOf(
  drawn: readonly Drawn[],
  baselineOf: (person: PersonHistory) => number | null,
  startsOn: (arm: string) => string | null,
): ArmPreview[] {
  const known = drawn.map((one) => ({ ...one, baseline: baselineOf(one.person) }));
  const spread = Math.sqrt(momentsOf(known.flatMap(({ baseline }) => baseline ?? [])).variance);
  const arms = [...grouped(known, ({ arm }) => arm)].map(([arm, members]) => {
    const own = momentsOf(members.flatMap(({ baseline }) => baseline ?? []));
    const others = momentsOf(known.flatMap((one) => (one.arm === arm ? [] : (one.baseline ?? []))));
    return {
      arm,
      people: members.length,
      teams: new Set(members.map(({ person }) => person.teamId ?? person.id)).size,
      starts: startsOn(arm),
      withBaseline: own.n,
      baseline: own.n > 0 ? own.mean : null,
      apart: own.n > 0 && others.n > 0 && spread > 0 ? (own.mean - others.mean) / spread : null,
    };
  });
  return arms.toSorted(
    (left, right) =>
      Number(left.arm === "control") - Number(right.arm === "control") || (left.arm < right.arm ? -1 : 1),
  );
}
