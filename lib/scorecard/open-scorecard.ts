import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import type { ScorecardRequest } from "./input";
import { readScorecard } from "./read-scorecard";
import type { Scorecard } from "./scorecard";

type Opened = {
  /** Settled long before the figures: false where the viewer may not see the groups asked for or they do not exist. */
  found: Promise<boolean>;
  scorecard: Promise<Scorecard | null>;
};

/** Starts reading a scorecard, so that a page can tell what is not there before it begins to answer. */
export function openScorecard(viewer: Viewer, request: ScorecardRequest): Opened {
  let scorecard: Opened["scorecard"] = Promise.resolve(null);
  const found = new Promise<boolean>((resolve) => {
    scorecard = readScorecard(viewer, request, () => resolve(true));
    // A failure is met by whoever waits for the figures.
    scorecard.then(
      (read) => resolve(read !== null),
      () => resolve(true),
    );
  });
  return { found, scorecard };
}
