/** What a source says of the initiative: it worked, it did not, it spoke without deciding, or it said nothing. */
export type Vote = "for" | "against" | "undecided" | "silent";
export type Sources = Record<"hard" | "traces" | "surveys", Vote>;
export type Triangulation = {
  verdict: "agree" | "disagree" | "silent";
  /** Sources of the same opinion as the hard data, and of the other; without the hard data itself. */
  with: ("traces" | "surveys")[];
  against: ("traces" | "surveys")[];
};

const others = ["traces", "surveys"] as const;
const isDecided = (vote: Vote) => vote === "for" || vote === "against";

/**
 * Do hard data, digital traces and surveys say the same? The hard data are the measure: use and liking that agree with each other are no effect,
 * so where hard data decide nothing, or nobody else does, the answer is silence. One source against them is disagreement.
 */
export function triangulate(sources: Sources): Triangulation {
  const { hard } = sources;
  const like = others.filter((name) => isDecided(sources[name]) && sources[name] === hard);
  const unlike = others.filter((name) => isDecided(hard) && isDecided(sources[name]) && sources[name] !== hard);
  const verdict = unlike.length > 0 ? "disagree" : like.length > 0 ? "agree" : "silent";
  return { verdict, with: like, against: unlike };
}
