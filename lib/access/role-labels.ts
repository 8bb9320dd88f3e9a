import type { RoleName } from "@/db/schema/access";

/** Roles as people say them. */
export const roleLabels: Record<RoleName, string> = {
  admin: "Administrator",
  ld_lead: "L&D lead",
  hrbp: "HR business partner",
  executive: "Executive",
  manager: "Manager",
  employee: "Employee",
  finance: "Finance",
  auditor: "Auditor",
};
