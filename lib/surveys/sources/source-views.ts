import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { ladderView } from "@/lib/ladder/ladder-view";
import { verdictWords } from "@/lib/ladder/rung-words";
import type { Vote } from "@/lib/ladder/triangulate";
import { triangulationView } from "@/lib/ladder/triangulation-view";
import { voteOf } from "@/lib/ladder/votes";

export const sourceIds = ["hard", "traces", "observation", "surveys"] as const;
export type SourceId = (typeof sourceIds)[number];

export const sourceNames: Record<SourceId, string> = {
  hard: "Hard data",
  traces: "Digital traces",
  observation: "Observation",
  surveys: "Surveys",
};

export type SourceSays = {
  vote: Vote;
  word: string;
  says: string;
  /** Written out, as far as it is known and may be shown. */
  people: string | null;
};

type Facts = { result: EvaluationResult; minimum: number; confidence: number; formats: Formats };

/** What each source says of one initiative and how many people that rests on: the triangulation's three, and what was seen at work. */
export function sourceViews({ result, minimum, confidence, formats }: Facts): Record<SourceId, SourceSays> {
  const { ladder, claim } = result;
  const view = ladderView(ladder, { minimum, confidence, formats });
  const { sources } = triangulationView({ ladder, view, direction: claim.direction, minimum, formats });
  const of = (id: "hard" | "traces" | "surveys"): SourceSays => {
    const found = sources.find((source) => source.id === id);
    return found ?? { vote: "silent", word: "Silent", says: "", people: null };
  };
  const applied = view.rungs.find(({ id }) => id === "applied");
  const seen = applied?.measures.find(({ decides }) => decides);
  const word = applied ? verdictWords[applied.verdict] : "silent";
  return {
    hard: of("hard"),
    traces: of("traces"),
    surveys: of("surveys"),
    observation:
      applied && seen
        ? {
            vote: voteOf(applied.verdict),
            word: word.charAt(0).toUpperCase() + word.slice(1),
            says: `“${seen.name}”: ${seen.text}`,
            people: seen.people,
          }
        : { vote: "silent", word: "Silent", says: "Nobody's behaviour was observed around it.", people: null },
  };
}
