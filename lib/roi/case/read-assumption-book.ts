import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { AssumptionState } from "@/lib/roi/results/initiative-money";
import { query } from "@/lib/server/tenant-access";
import { organisationKeys, organisationUnit } from "./factor-words";
import { type ReadAssumption, readAssumptionRows, unstated } from "./read-assumptions";

export type BookedAssumption = AssumptionState & {
  /** Null: of the whole organisation. */
  initiative: { id: string; title: string } | null;
  line: string | null;
  /** The viewer owns it or stated it as it stands, so somebody else signs it. */
  own: boolean;
};

export type AssumptionBook = {
  may: { edit: boolean; sign: boolean };
  assumptions: BookedAssumption[];
  /** The organisation's, also those nobody has stated yet. */
  shared: BookedAssumption[];
};

/** Every assumption of the organisation with its signature: finance's work list. Those of drafts are not in it. */
export const readAssumptionBook = query(
  "roi.read",
  async (tx, _: null, { orgId, userId, roles }): Promise<AssumptionBook> => {
    const condition = sql`(a.initiative_id is null or exists (
      select from initiatives i where i.org_id = a.org_id and i.id = a.initiative_id and i.explores is null and not i.draft))`;
    const rows = await readAssumptionRows(tx, orgId, condition);
    const { rows: names } = await tx.execute<{ id: string; name: string }>(sql`
      select id, title as name from initiatives where org_id = ${orgId}
      union all select id, title from benefit_lines where org_id = ${orgId}
      union all select id, currency from organisations where id = ${orgId}`);
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const booked = ({ initiativeId, changedBy, ...state }: ReadAssumption): BookedAssumption => ({
      ...state,
      initiative: initiativeId === null ? null : { id: initiativeId, title: nameOf.get(initiativeId) ?? "" },
      line: state.lineId === null ? null : (nameOf.get(state.lineId) ?? null),
      own: userId !== null && (state.owner?.id === userId || changedBy === userId),
    });
    const all = rows.map(booked);
    const stated = all.filter(({ initiative }) => initiative === null);
    const missing = organisationKeys
      .filter((key) => !stated.some((one) => one.key === key))
      .map((key): BookedAssumption => {
        const unit = organisationUnit(key, nameOf.get(orgId) ?? "EUR");
        return { ...unstated(key, unit), initiative: null, line: null, own: false };
      });
    return {
      may: { edit: may(roles, "case.edit"), sign: may(roles, "assumption.sign") },
      assumptions: all.filter(({ initiative }) => initiative !== null),
      shared: [...stated, ...missing].toSorted((a, b) => orderOf(a) - orderOf(b)),
    };
  },
);

const order: readonly string[] = organisationKeys;
const orderOf = ({ key }: AssumptionState) => order.indexOf(key);
