import { readReportSources } from "@/lib/reports/read-report-sources";
import { readRates } from "@/lib/roi/case/rates";
import { readAssumptionBook } from "@/lib/roi/case/read-assumption-book";
import { readCaseDesk } from "@/lib/roi/case/read-case-desk";
import { readAllMoney, readMoney } from "@/lib/roi/results/read-money";
import { figures, type Walk } from "./walk";

/** Money is of initiatives and of what somebody stated: of nobody. */
export const moneyWalks: readonly Walk[] = [
  figures(
    ["lib/roi/results/read-money.ts:readBuilt", "lib/roi/results/read-money.ts:keep"],
    async (viewer, { initiatives }) => {
      const found = [];
      for (const id of Object.values(initiatives)) found.push(await readMoney(viewer, id));
      return [found, await readAllMoney(viewer, null)];
    },
  ),
  figures(["lib/reports/read-report-sources.ts:readReportSources"], async (viewer) => {
    const found = [];
    for (const of of ["roi", "initiative", "scorecard"] as const) {
      found.push(await readReportSources(viewer, { of, initiativeCode: null, until: new Date().toISOString() }));
    }
    return found;
  }),
  figures(
    [
      "lib/roi/case/read-case-desk.ts:readCaseDesk",
      "lib/roi/case/read-assumption-book.ts:readAssumptionBook",
      "lib/roi/case/rates.ts:readRates",
    ],
    async (viewer, { initiatives }) => {
      const desks = [];
      for (const id of Object.values(initiatives)) desks.push(await readCaseDesk(viewer, id));
      return [desks, await readAssumptionBook(viewer, null), await readRates(viewer, null)];
    },
  ),
];
