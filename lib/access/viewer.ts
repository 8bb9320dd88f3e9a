import type { RoleName } from "@/db/schema/access";

/** Who asks. `units` are the roots of what a unit-bound role serves; `personId` ties managers and employees to their record. */
export type Viewer = {
  orgId: string;
  userId: string | null;
  roles: readonly RoleName[];
  units: readonly string[];
  personId: string | null;
};
