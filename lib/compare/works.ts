import type { NotEstimableReason } from "@/lib/stats/estimate";
import type { ToolKind } from "./input";

/** An activity, format or tool for one skill: growth of those who used it before the later rating, against those who did not. */
export type ToolEffect = {
  skill: string;
  item: string;
  state:
    | {
        kind: "compared";
        /** As it is, and pulled towards the mean of all (null where there is too little to pull by). */
        estimate: number;
        interval: [number, number];
        shrunken: { value: number; interval: [number, number]; pull: number } | null;
        /** Against the mean of all of its kind. */
        stands: "above" | "below" | "not-distinguishable";
        users: number;
        others: number;
      }
    /** Everybody rated in the skill used it: their own growth is all there is. */
    | { kind: "before-after"; value: number; interval: [number, number]; users: number }
    | { kind: "withheld" }
    | { kind: "not-estimable"; reason: NotEstimableReason };
};

export type Works =
  | { kind: "empty" }
  | { kind: "withheld"; why: "too-few" | "complementary" | "differencing"; minimum: number }
  | {
      kind: "shown";
      by: ToolKind;
      scope: string;
      window: { start: string; end: string };
      minimum: number;
      effects: ToolEffect[];
      /** Mean of all effects compared, and how much they truly differ (standard deviation); null under four. */
      pool: { mean: number; spread: number; effects: number } | null;
      people: number;
      /** Activities used that name no skill, so that nothing can be said of them. */
      unnamed: number;
      asOf: string;
      dataVersion: string;
    };

/** What an item is known by within a table: the same format may serve several skills. */
export const toolKey = (skillId: string, item: string): string => `${skillId} ${item}`;
