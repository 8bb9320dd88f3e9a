import { type Study, studySchema } from "@/lib/intake/study/study";
import { parseOrThrow } from "@/lib/server/public-error";
import type { PlannableDesign } from "./choices";
import { marginOf } from "./detectable";
import { drawsTeams } from "./judge-designs";
import { type Prepared, planWindows } from "./prepare";

type NamedKpi = { code: string; layer: string | null };

type Words = {
  code: string;
  title: string;
  design: PlannableDesign;
  /** Names of the roles chosen. */
  roles: readonly string[];
  /** Every KPI of the organisation, for the layers of the chain. */
  kpis: readonly NamedKpi[];
  note: string | null;
};

/** The choices as study.json would say them. Throws `invalid-input` where they contradict each other. */
export function planOf(prepared: Prepared, { code, title, design, roles, kpis, note }: Words): Study {
  const { choices, history, kpi, seed, worth, transform } = prepared;
  const windows = planWindows(prepared, design);
  const known = new Map(kpis.map(({ code, layer }) => [code, layer]));
  const secondary = choices.secondary.filter((one) => known.has(one) && one !== kpi.code).sort();
  const placebo = choices.placebo
    .filter((one) => known.has(one) && one !== kpi.code && !secondary.includes(one))
    .sort();
  const inLayer = (layer: string) => [kpi.code, ...secondary].filter((one) => known.get(one) === layer);
  const layers = Object.fromEntries(
    (["leading", "in_work", "business", "talent"] as const).flatMap((layer) => {
      const codes = inLayer(layer);
      return codes.length > 0 ? [[layer, codes]] : [];
    }),
  );
  return parseOrThrow(studySchema, {
    initiative: code,
    title,
    note,
    design,
    primary_kpi: kpi.code,
    secondary_kpis: secondary,
    placebo_kpis: placebo,
    hypothesis:
      choices.question === "not_worse" && worth !== null
        ? { kind: "non_inferiority", margin: marginOf(worth, transform) }
        : null,
    unit_of_analysis: history.level,
    cluster: drawsTeams(design, prepared) ? "team" : null,
    period: history.kind,
    baseline: windows.baseline,
    follow_up: windows.followUp,
    allocation: allocationOf(design, choices),
    control: design === "phased" ? "not_yet_treated" : null,
    transform: choices.scale === "log" ? { [kpi.code]: "log" } : {},
    seed,
    chain: {
      ...(roles.length > 0 && { role: [...roles] }),
      ...(choices.gap && { skill_gap: choices.gap }),
      ...(choices.behaviour.length > 0 && { behaviours: choices.behaviour }),
      ...(choices.activity.length > 0 && { activities: choices.activity }),
      kpis: layers,
    },
  });
}

/** In which shares lots are drawn, where they are not two halves: of a phased roll-out every wave the same. */
function allocationOf(design: PlannableDesign, { share, waves }: Prepared["choices"]): Study["allocation"] {
  if (design === "phased") return Object.fromEntries(Array.from({ length: waves }, (_, at) => [`wave-${at + 1}`, 1]));
  const hasArms = design === "randomised" || design === "cluster_randomised";
  return hasArms && share !== 50 ? { treatment: share / 100, control: (100 - share) / 100 } : null;
}
