import "server-only";
import { asc } from "drizzle-orm";
import { kpis } from "@/db/schema/work";
import { query } from "@/lib/server/tenant-access";

/** The KPIs a plan can name, by name. */
export const readKpiChoices = query("initiative.read", (tx, _input: null) =>
  tx.select({ code: kpis.code, name: kpis.name }).from(kpis).orderBy(asc(kpis.name)),
);
