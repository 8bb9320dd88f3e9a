import { headlineOf } from "@/lib/evaluation/headline";
import type { Standing } from "./read-standing";
import type { RoiRow } from "./roi";
import type { EnterpriseShare } from "./roll-up";
import type { Advised } from "./stop-list";

/** An initiative as the table of the portfolio shows it. */
export function rowOf(
  { money, given }: Advised,
  { found, owners, minimum }: Pick<Standing, "found" | "owners" | "minimum">,
  share: EnterpriseShare | undefined,
): RoiRow {
  const { initiativeId, code, title, status, evaluation, people, result, used, signed, resultId, digest } = money;
  const plan = found.get(initiativeId);
  const kept = plan?.result ?? null;
  const primary = kept?.results.find(({ role }) => role === "primary");
  const measure = kept?.ladder.rungs.flatMap((rung) => rung.measures).find(({ role }) => role === "primary");
  const counts = result.lines.some(({ counted }) => counted);
  const single = share?.single ?? 0;
  return {
    initiativeId,
    code,
    title,
    status,
    owner: owners.get(initiativeId) ?? null,
    ...given,
    grade: evaluation?.grade ?? null,
    sentence: evaluation?.sentence ?? null,
    direction: evaluation?.direction ?? null,
    kpi:
      evaluation && primary
        ? {
            code: primary.kpi,
            name: measure?.name ?? primary.kpi,
            unit: measure?.unit ?? null,
            direction: measure?.direction ?? "up",
          }
        : null,
    headline: evaluation && kept ? headlineOf(kept, minimum, plan?.transform[primary?.kpi ?? ""] === "log") : null,
    people,
    spent: result.cost.total,
    unconverted: money.unconverted.length,
    learnerHours: result.cost.learnerHours,
    benefit: counts ? result.benefit : null,
    net: counts ? result.net : null,
    returnOnInvestment: counts ? result.returnOnInvestment : null,
    lossProbability: counts ? result.lossProbability : null,
    share: single === 0 ? 1 : (share?.benefit.central ?? 0) / single,
    used,
    signed,
    resultId,
    digest,
  };
}
