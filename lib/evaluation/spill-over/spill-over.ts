/** How near trained colleagues are: in the same team, at the same site, in the same unit. */
export type Nearness = "team" | "site" | "unit";

type Neighbours = { n: number; mean: number };

/**
 * Whether people nobody trained changed where trained colleagues work beside them: their change against that of untrained people far from any. Changes
 * are in the KPI's unit (of a log: of the log). Observed, not assigned: people beside trained ones may differ in other ways.
 */
export type SpillOver =
  | { status: "not_estimable"; reason: string }
  | {
      status: "estimated";
      by: "contrast";
      nearness: Nearness;
      /** What is counted: people, or teams where values are those of teams or errors are clustered. */
      counted: "people" | "clusters";
      near: Neighbours;
      far: Neighbours;
      estimate: number;
      standard_error: number | null;
      df: number | null;
      ci: [number, number];
      p: number;
      direction: "better" | "worse" | "unclear";
    }
  | {
      status: "estimated";
      /** Every untrained person works beside trained ones: by the share of trained colleagues, one value per place. */
      by: "share";
      nearness: Nearness;
      places: number;
      people: number;
      /** Smallest and largest share. */
      range: [number, number];
      /** From nobody trained to everybody, if the line held so far. */
      estimate: number;
      standard_error: number | null;
      df: number | null;
      ci: [number, number];
      p: number;
      direction: "better" | "worse" | "unclear";
    };
