import type { Ladder } from "@/lib/evaluation/ladder/ladder";
import type { Direction } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { wilsonInterval } from "@/lib/stats/newcombe";
import type { LadderView } from "./ladder-view";
import { listed } from "./rung-words";
import { type Sources, type Triangulation, triangulate, type Vote } from "./triangulate";
import { voteOf, voteOfSurvey } from "./votes";

type SourceView = {
  id: keyof Sources;
  name: string;
  vote: Vote;
  word: string;
  says: string;
  people: string | null;
};
export type TriangulationView = { verdict: Triangulation["verdict"]; sentence: string; sources: SourceView[] };

type Facts = { ladder: Ladder; view: LadderView; direction: Direction; minimum: number; formats: Formats };

/** Hard data, digital traces and surveys side by side, and whether they say the same. */
export function triangulationView({ ladder, view, direction, minimum, formats }: Facts): TriangulationView {
  const read = [
    hardData(view, direction),
    digitalTraces(ladder, view, minimum, formats),
    surveys(ladder, minimum, formats),
  ];
  const sources = read.map((source) => ({ ...source, word: voteWords[source.id][source.vote] }));
  const vote = (id: keyof Sources) => sources.find((source) => source.id === id)?.vote ?? "silent";
  const votes = { hard: vote("hard"), traces: vote("traces"), surveys: vote("surveys") };
  const found = triangulate(votes);
  return { verdict: found.verdict, sentence: sentenceOf(found, votes), sources };
}

type Read = Omit<SourceView, "word">;

const voteWords: Record<keyof Sources, Record<Vote, string>> = {
  hard: { for: "Moved", against: "Did not move", undecided: "Cannot tell", silent: "Silent" },
  traces: { for: "Used", against: "Hardly used", undecided: "Cannot tell", silent: "Silent" },
  surveys: { for: "Helpful", against: "Not helpful", undecided: "Divided", silent: "Silent" },
};

function hardData({ rungs }: LadderView, direction: Direction): Read {
  const primary = rungs.flatMap(({ measures }) => measures).find(({ role }) => role === "primary KPI");
  const base = { id: "hard", name: "Hard data" } as const;
  if (!primary) return { ...base, vote: "silent", says: "The plan names no primary KPI.", people: null };
  // Where the plan asks for "not worse", staying within the margin is what was wanted.
  const vote = direction === "not_worse" ? "for" : voteOf(primary.verdict);
  const says = `“${primary.name}”: ${primary.text.replace(/\.$/, "")}.`;
  return { ...base, vote, says, people: primary.people };
}

function digitalTraces({ traces }: Ladder, { rungs }: LadderView, minimum: number, formats: Formats): Read {
  const base = { id: "traces", name: "Digital traces" } as const;
  if (!traces) return { ...base, vote: "silent", says: "The chain names no activity that is on file.", people: null };
  const { treated, users, repeated, shared } = traces;
  if (treated < minimum)
    return { ...base, vote: "silent", says: `Withheld: fewer than ${minimum} people.`, people: null };
  if (users === 0)
    return { ...base, vote: voteOf(verdictOfUse(rungs)), says: "Nobody's use is on file.", people: String(treated) };
  const share = (count: number) => formats.percent(count / treated, { decimals: 0 });
  const says = `${share(users)} of ${treated} people used it, ${share(repeated)} at least twice in a month before the same complex task; ${share(shared)} passed it on.`;
  return { ...base, vote: voteOf(verdictOfUse(rungs)), says, people: String(treated) };
}

const verdictOfUse = (rungs: LadderView["rungs"]) => {
  const reached = rungs.find(({ id }) => id === "reached");
  // Too early is about effects; use is known as it happens, but is no vote before its end.
  return reached?.verdict ?? "unknown";
};

function surveys({ survey }: Ladder, minimum: number, formats: Formats): Read {
  const base = { id: "surveys", name: "Surveys" } as const;
  const { helpful, distracting, irrelevant } = survey;
  const n = helpful + distracting + irrelevant;
  if (n === 0) return { ...base, vote: "silent", says: "No answer to a survey names this initiative.", people: null };
  if (n < minimum) return { ...base, vote: "silent", says: `Withheld: fewer than ${minimum} answers.`, people: null };
  const share = (count: number) => formats.percent(count / n, { decimals: 0 });
  const within = formats.estimate(helpful / n, wilsonInterval({ n, events: helpful }), "share");
  return {
    ...base,
    vote: voteOfSurvey(survey, minimum),
    says: `Helpful to ${within}, distracting to ${share(distracting)}, irrelevant to ${share(irrelevant)}.`,
    people: String(n),
  };
}

const supports = { traces: "people use it", surveys: "most who answered find it helpful" } as const;
const opposes = { traces: "people do not use it", surveys: "most who answered do not find it helpful" } as const;

function sentenceOf({ verdict, with: like, against }: Triangulation, votes: Sources): string {
  const worked = votes.hard === "for";
  const says = (name: "traces" | "surveys") => (votes[name] === "for" ? supports[name] : opposes[name]);
  const figure = worked ? "the figure moved" : "the figure did not move";
  if (verdict === "agree") return `They agree: ${figure}, and ${listed(like.map(says))}.`;
  if (verdict === "disagree") {
    const beside = like.length > 0 ? ` and ${listed(like.map(says))}` : "";
    return `They disagree: ${figure}${beside}, yet ${listed(against.map(says))}.`;
  }
  const spoken = (["traces", "surveys"] as const).filter((name) => votes[name] === "for" || votes[name] === "against");
  if (votes.hard === "for" || votes.hard === "against") {
    return `Silent: ${figure}, and neither traces nor surveys say anything clear beside it.`;
  }
  const hard =
    votes.hard === "undecided" ? "the hard data cannot tell whether the figure moved" : "the hard data say nothing";
  if (spoken.length === 0) return `Silent: ${hard}, and nobody else says anything clear.`;
  const said = listed(spoken.map(says));
  return `Silent: ${hard}. ${said.charAt(0).toUpperCase()}${said.slice(1)}, but neither use nor liking is an effect.`;
}
