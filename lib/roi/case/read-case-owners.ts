import "server-only";
import type { Tx } from "@/db/client";
import { readRoleHolders } from "@/lib/access/role-holders";

/** Who may answer for an assumption: users who know the work or its figures and may still sign in, by name; with `only`, that one of them. */
export const readCaseOwners = (tx: Tx, orgId: string, only?: string) =>
  readRoleHolders(tx, orgId, ["admin", "ld_lead", "hrbp", "executive", "manager", "finance"], only);
