import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { defaultScope, readBounds, resolveScope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { transferOfOrganisation } from "@/lib/evidence/transfer/transfer-facts";
import { keepForBounds } from "@/lib/prepared/keep-for-bounds";
import type { Preparation } from "@/lib/prepared/preparation";
import { readPrepared } from "@/lib/prepared/read-prepared";
import type { Told } from "@/lib/prepared/told";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { query } from "@/lib/server/tenant-access";
import type { HoursOf } from "./hours-of";
import { type Learned, readLearned } from "./learned-sql";
import { type SunkHours, sunkHoursOf } from "./sunk-hours";

const kept = keepRecent<Learned | null>(20);

/** Hours of learning of the whole organisation by what came of them. */
export const sunkHoursOfOrganisation: Preparation<"all", Learned | null> = {
  name: "sunk-hours/2",
  isLarge: transferOfOrganisation.isLarge,
  compute: async (tx, orgId) => {
    const bounds = { kind: "everybody" } as const;
    const scope = await resolveScope(tx, bounds, defaultScope(bounds));
    if (!scope) throw new Error("There is always everybody");
    return readLearned(tx, orgId, scope);
  },
};

/** `sunk` is null where there is no answer yet, or nothing on file. */
export type ToldSunkHours = HoursOf & {
  told: Told;
  asOf: string | null;
  from: string | null;
  minimum: number;
  sunk: SunkHours | null;
};

/** Hours of learning of the last twelve months with no evidenced change in their skill, of the people the viewer may see. */
export const readSunkHours = query("roi.read", async (tx, _: null, viewer): Promise<ToldSunkHours> => {
  const { orgId } = viewer;
  const minimum = await readMinimumGroup(tx, orgId);
  const bounds = await readBounds(tx, viewer);
  const isWhole = bounds?.kind === "everybody";
  const hoursOf: HoursOf = isWhole
    ? { of: "everybody", units: [] }
    : { of: "units", units: await readUnitNames(tx, viewer) };
  const none = { ...hoursOf, told: { kind: "current" }, asOf: null, from: null, minimum, sunk: null } as const;
  const scope = bounds && (await resolveScope(tx, bounds, defaultScope(bounds)));
  if (!bounds || !scope) return none;
  const { told, answer } = isWhole
    ? await readPrepared(tx, orgId, sunkHoursOfOrganisation, "all")
    : {
        told: { kind: "current" } as const,
        answer: await keepForBounds(tx, { orgId, bounds, store: kept }, () => readLearned(tx, orgId, scope)),
      };
  if (!answer) return { ...none, told };
  return { ...hoursOf, told, asOf: answer.asOf, from: answer.from, minimum, sunk: sunkHoursOf(answer.rows, minimum) };
});

async function readUnitNames(tx: Tx, { units }: Viewer): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select name from business_units where id = any(${sql.param([...units])}::uuid[]) order by name collate "C", id`);
  return rows.map(({ name }) => name);
}
