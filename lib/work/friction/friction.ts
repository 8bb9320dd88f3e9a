import type { WorkView } from "@/lib/work/figures/read-figures";
import type { WorkPeriod } from "@/lib/work/figures/work-period";
import type { Diagnosis, Engagement } from "./diagnose";
import type { KeptFigures } from "./judge-proposal";
import type { FrictionKind, FrictionStatus } from "./kinds";
import type { Proposal } from "./propose";
import type { Recheck } from "./recheck";

type Named = { id: string; name: string };
type AnchoredActivity = {
  id: string;
  code: string;
  title: string | null;
  owner: string | null;
  version: string | null;
};

export type FrictionPoint = {
  id: string;
  kind: FrictionKind;
  status: FrictionStatus;
  statement: string;
  origin: "interview" | "data";
  toldBy: number | null;
  ofProcess: boolean;
  role: Named;
  task: Named | null;
  step: (Named & { workflowId: string; workflow: string }) | null;
  /** Of one from data: what it rested on when it was kept. */
  figures: KeptFigures | null;
  activities: AnchoredActivity[];
  createdAt: string;
  /** Of a solved one with a task. */
  recheck: Recheck | null;
};

export type NamedProposal = Proposal & { role: string; task: string };

/** A task that stands out, what those who used learning for it do in it, and what that says. */
export type DiagnosedTask = {
  key: string;
  role: string;
  task: string;
  kind: FrictionKind;
  signal: Proposal["signal"];
  share: number;
  rest: number;
  engagement: Engagement;
  diagnosis: Exclude<Diagnosis, null>;
};

/** Content whose users still do worse in the task it is anchored to than in other work. */
export type RevisionTask = { activity: AnchoredActivity; role: string; task: string; why: DiagnosedTask };

export type Friction = {
  period: WorkPeriod | null;
  people: WorkView["people"];
  told: WorkView["told"];
  minimum: number;
  proposals: NamedProposal[];
  points: FrictionPoint[];
  diagnosed: DiagnosedTask[];
  revisions: RevisionTask[];
  adding: boolean;
};
