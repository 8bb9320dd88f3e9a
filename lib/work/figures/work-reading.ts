import "server-only";
import type { Tx } from "@/db/client";
import type { Bounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import type { Preparation } from "@/lib/prepared/preparation";
import { readPrepared } from "@/lib/prepared/read-prepared";
import type { Told } from "@/lib/prepared/told";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import { hasManyJobs, readMinimum } from "./figures-of-work";
import { keptFor, openWork } from "./read-figures";
import { readWorkPeriod, type WorkPeriod } from "./work-period";

/** What a page of /work says of whose work it speaks. `period` is null where no work is on file. */
export type OfWork = { period: WorkPeriod | null; people: Bounds["kind"]; minimum: number; told: Told };

export type WorkQuestion = { orgId: string; bounds: Bounds; period: WorkPeriod; minimum: number };

/**
 * A reading of the work of the last six months: of the whole organisation prepared, of some people computed and kept in this process, as
 * `readFigures`. `none` is what there is without work on file, and while there is no answer.
 */
export function workReading<Answer extends object>(
  name: `${string}/${number}`,
  compute: (tx: Tx, question: WorkQuestion) => Promise<Answer>,
  none: Answer,
) {
  const kept = keepRecent<OfWork & Answer>(30);
  const preparation: Preparation<"all", { period: WorkPeriod; answer: Answer } | null> = {
    name,
    isLarge: hasManyJobs,
    compute: async (tx, orgId) => {
      const period = await readWorkPeriod(tx, orgId);
      if (!period) return null;
      const minimum = await readMinimum(tx, orgId);
      return { period, answer: await compute(tx, { orgId, bounds: { kind: "everybody" }, period, minimum }) };
    },
  };
  const readWhole = query("work.read", async (tx, _: null, viewer): Promise<(OfWork & Answer) | null> => {
    const { bounds, minimum, period } = await openWork(tx, viewer);
    if (bounds?.kind !== "everybody") return null;
    const { told, answer } = await readPrepared(tx, viewer.orgId, preparation, "all");
    return { ...(answer?.answer ?? none), period: answer?.period ?? period, people: "everybody", minimum, told };
  });
  const readSome = query("work.read", async (tx, _: null, viewer): Promise<OfWork & Answer> => {
    const { bounds, minimum, period } = await openWork(tx, viewer);
    const base = { people: bounds?.kind ?? "line", minimum, told: { kind: "current" } } as const;
    if (!bounds || !period) return { ...none, ...base, period: null };
    return { ...(await compute(tx, { orgId: viewer.orgId, bounds, period, minimum })), ...base, period };
  });
  const read = async (viewer: Viewer): Promise<OfWork & Answer> =>
    (await readWhole(viewer, null)) ?? keptFor(kept, viewer, name, () => readSome(viewer, null));
  return { preparation, read };
}
