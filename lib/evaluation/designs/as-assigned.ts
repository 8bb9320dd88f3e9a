import { sql } from "drizzle-orm";

/** Compared as assigned: everybody outside the control arm counts as treated, used or not. */
export const asAssigned = () => sql`case when label = 'control' then 'control' else 'treated' end`;
