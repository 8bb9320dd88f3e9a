import type { RoleName } from "@/db/schema/access";

/** What users are chosen for. */
export const choosings = ["programme", "revision", "skill", "assumption", "log"] as const;
export type Choosing = (typeof choosings)[number];

const knowTheWork: readonly RoleName[] = ["admin", "ld_lead", "hrbp", "manager"];

/** Who may be chosen to answer for something: users with one of these roles who may still sign in. */
export const choosable: Record<Exclude<Choosing, "log">, readonly RoleName[]> = {
  programme: knowTheWork,
  revision: knowTheWork,
  skill: knowTheWork,
  assumption: ["admin", "ld_lead", "hrbp", "executive", "manager", "finance"],
};

/** Somebody to choose; `hint` tells them from others of the same name. */
export type Choice = { id: string; name: string; hint: string | null };
/** The first of those found, by name; `more` where there are others. */
export type Found = { people: Choice[]; more: boolean };

export const mostFound = 20;
