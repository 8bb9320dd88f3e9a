import type { ReferenceCase } from "@/test/reference/reference-case";
import { experimental } from "./lalonde/experimental";
import { observational } from "./lalonde/observational";

const ids = ["psid3m", "cps1", "psid1"] as const;

export const lalonde: ReferenceCase = {
  folder: "lalonde",
  computed: {
    ...experimental,
    ...Object.assign({}, ...ids.map(observational)),
  },
  without: {
    ...Object.fromEntries(
      ids.flatMap((id) =>
        ["matchit_same_pairs", "matchit_common_controls", "matchit_estimate"].map((key) => [
          `${id}.nn1_noreplace.${key}`,
          "MatchIt breaks ties in an order of its own; ours is the rule the definition states.",
        ]),
      ),
    ),
    "exp.permutation.asymptotic":
      "The asymptotic permutation test of individuals adds nothing to Welch and Mann-Whitney at this size; where few clusters are drawn, randomisation inference is exact.",
    "exp.effect_size.hedges_g_approx": "The exact small-sample factor is used, not its approximation.",
    "exp.effect_size.J_approx": "The exact small-sample factor is used, not its approximation.",
  },
  tolerance: {
    // pwr.t2n.test stops its root search at 1e-6 of the answer in power, here 1e-5 in the effect.
    "exp.mde.d": 1e-4,
    "exp.mde.dollars": 1e-4,
    ...Object.fromEntries(
      ids.flatMap((id) =>
        [
          "ps_logit",
          "ipw_att",
          "ipw_ate",
          "dr_att",
          "balance",
          "nn1_noreplace_caliper",
          "nn1_replace",
          "match_abadie_imbens",
          "match_abadie_imbens",
        ].map((key) => [`${id}.${key}`, 1e-6]),
      ),
    ),
  },
};
