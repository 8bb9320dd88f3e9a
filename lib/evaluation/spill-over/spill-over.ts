/** How near trained colleagues are: in the same team, at the same site, in the same unit. */
export type Nearness = "team" | "site" | "unit";

type Neighbours = { n: number; mean: number };

/** Untrained people beside trained ones against untrained people apart from any. */
type Contrast = {
  by: "contrast";
  /** What is counted: people, or teams where values are those of teams or errors are clustered. */
  counted: "people" | "clusters";
  near: Neighbours;
  far: Neighbours;
};

/** Too few work apart: by the share of trained colleagues, one value per place; the estimate is from nobody trained to everybody, if the line held so far. */
type Share = {
  by: "share";
  places: number;
  people: number;
  /** Smallest and largest share. */
  range: [number, number];
};

/**
 * Whether people nobody trained changed where trained colleagues work beside them: their change against that of untrained people far from any. Changes
 * are in the KPI's unit (of a log: of the log). Observed, not assigned: people beside trained ones may differ in other ways.
 */
export type SpillOver =
  | { status: "not_estimable"; reason: string }
  | ({
      status: "estimated";
      nearness: Nearness;
      estimate: number;
      standard_error: number | null;
      df: number | null;
      ci: [number, number];
      p: number;
      direction: "better" | "worse" | "unclear";
    } & (Contrast | Share));
