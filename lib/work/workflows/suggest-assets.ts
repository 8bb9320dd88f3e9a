/** An activity anchored to the task or the friction of a step. */
export type StepActivity = { id: string; name: string; format: string | null };

type StepPaths = {
  goodPath: string | null;
  failurePath: string | null;
  decisionQuality: string | null;
  handsOver: boolean;
};

export type SuggestedAsset = {
  kind: "Checklist or job aid" | "Scenario" | "Decision practice" | "Hand-over template";
  from: string;
  /** Activities of such a format that are there already. */
  there: StepActivity[];
};

const formats = {
  "Checklist or job aid": ["checklist", "hint", "job_aid", "template", "guide"],
  Scenario: ["scenario", "scenario_card", "simulation", "role_play"],
  "Decision practice": ["practice", "case", "simulation", "scenario", "quiz", "role_play"],
  "Hand-over template": ["template", "checklist"],
} as const satisfies Record<SuggestedAsset["kind"], readonly string[]>;

/** What a step asks the learning design for: the good path an aid, the failure path a scenario, the decision practice, the hand-off a template. */
export function suggestAssets(step: StepPaths, activities: readonly StepActivity[]): SuggestedAsset[] {
  const wanted: [SuggestedAsset["kind"], string | null][] = [
    ["Checklist or job aid", step.goodPath],
    ["Scenario", step.failurePath],
    ["Decision practice", step.decisionQuality],
    ["Hand-over template", step.handsOver ? "What the next person needs to go on without asking" : null],
  ];
  return wanted.flatMap(([kind, from]) => {
    const fitting: readonly string[] = formats[kind];
    return from
      ? [{ kind, from, there: activities.filter(({ format }) => format !== null && fitting.includes(format)) }]
      : [];
  });
}
