import type { RaterFigure } from "./trust";

/** How somebody rates, for themselves alone: the figures of their own ratings, and the calibrations they took part in or may. */
export type OwnTendencies = {
  window: { start: string; end: string };
  people: number;
  ratings: number;
  /** Different people rated and ratings given that it takes before anything can be told. */
  least: { people: number; ratings: number };
  /** What can be told. */
  figures: RaterFigure[];
  calibrations: { id: string; title: string; closesOn: string; rated: boolean; open: boolean }[];
};
