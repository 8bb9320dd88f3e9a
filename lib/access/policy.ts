import type { RoleName } from "@/db/schema/access";
import { DomainError } from "@/lib/errors";

/** Every permission and the roles that hold it. What a role may see inside a permission is its scope (`viewer.ts`). */
const holders = {
  "scorecard.read": ["admin", "ld_lead", "hrbp", "executive", "manager", "finance"],
  "target.set": ["admin", "ld_lead", "executive"],
  "person.read": ["manager"],
  "initiative.read": ["admin", "ld_lead", "hrbp", "executive", "finance", "auditor"],
  "initiative.evaluate": ["admin", "ld_lead", "hrbp", "executive", "finance", "auditor"],
  "plan.create": ["admin", "ld_lead"],
  "plan.register": ["admin", "ld_lead"],
  "plan.amend": ["admin", "ld_lead"],
  "plan.explore": ["admin", "ld_lead", "hrbp"],
  "roi.read": ["admin", "ld_lead", "hrbp", "executive", "finance", "auditor"],
  "case.edit": ["admin", "ld_lead", "finance"],
  "assumption.sign": ["finance"],
  "rate.edit": ["admin", "finance"],
  "scenario.keep": ["admin", "ld_lead", "hrbp", "executive", "finance"],
  "decision.read": ["admin", "ld_lead", "hrbp", "executive", "finance", "auditor"],
  "decision.record": ["admin", "ld_lead", "executive"],
  "programme.edit": ["admin", "ld_lead"],
  "guardrail.set": ["admin", "ld_lead", "executive"],
  "annotation.write": ["admin", "ld_lead", "hrbp", "executive"],
  "view.save": ["admin", "ld_lead", "hrbp", "executive", "manager", "finance"],
  "usage.read": ["admin", "ld_lead"],
  "survey.read": ["admin", "ld_lead", "hrbp", "executive"],
  "survey.edit": ["admin", "ld_lead", "hrbp"],
  "report.share": ["admin", "ld_lead", "hrbp", "executive", "finance"],
  "digest.edit": ["admin", "ld_lead", "hrbp", "executive", "manager", "finance"],
  "calendar.edit": ["admin", "ld_lead", "hrbp"],
  "compare.read": ["admin", "ld_lead", "hrbp", "executive", "finance"],
  "cohort.keep": ["admin", "ld_lead", "hrbp"],
  "skill.read": ["admin", "ld_lead", "hrbp", "executive", "manager", "employee", "finance", "auditor"],
  "skill.edit": ["admin", "ld_lead"],
  "skill.comment": ["admin", "ld_lead", "hrbp", "manager"],
  "skill.publish": ["admin", "ld_lead"],
  "work.read": ["admin", "ld_lead", "hrbp", "executive", "manager"],
  "work.edit": ["admin", "ld_lead"],
  "friction.add": ["admin", "ld_lead", "hrbp", "manager"],
  "evidence.rule": ["admin", "ld_lead"],
  "evidence.trust": ["admin", "ld_lead", "hrbp"],
  "capability.read": ["admin", "ld_lead", "hrbp", "executive", "manager", "finance"],
  "start.use": ["admin", "ld_lead"],
  "calibration.set": ["admin", "ld_lead"],
  "calibration.rate": ["admin", "ld_lead", "manager"],
  "team.read": ["manager"],
  "observation.record": ["manager"],
  "review.hand-in": ["ld_lead", "hrbp", "manager", "employee"],
  "contest.open": ["admin", "ld_lead", "hrbp", "executive", "manager", "employee", "finance", "auditor"],
  "contest.answer": ["manager"],
  "nudge.send": ["manager"],
  "nudge.done": ["admin", "ld_lead", "hrbp", "executive", "manager", "employee", "finance", "auditor"],
  "support.log": ["manager"],
  "data.read": ["admin", "ld_lead"],
  "data.import": ["admin", "ld_lead"],
  "data.undo": ["admin"],
  "methods.read": ["admin", "ld_lead", "hrbp", "executive", "manager", "employee", "finance", "auditor"],
  "audit.read": ["admin", "auditor"],
  "user.manage": ["admin"],
  "self.read": ["admin", "ld_lead", "hrbp", "executive", "manager", "employee", "finance", "auditor"],
} as const satisfies Record<string, readonly RoleName[]>;

export type Permission = keyof typeof holders;

export function may(roles: readonly RoleName[], permission: Permission): boolean {
  return roles.some((role) => (holders[permission] as readonly RoleName[]).includes(role));
}

/** Throws unless one of the roles holds the permission. */
export function authorise(roles: readonly RoleName[], permission: Permission): void {
  if (!may(roles, permission)) {
    throw new DomainError("forbidden", "Your role does not include this. Ask an administrator if you need it.");
  }
}

/** Roles that see the whole organisation; the others see the units, the reporting line or the person they are tied to. */
const unlimited: readonly RoleName[] = ["admin", "ld_lead", "executive", "finance", "auditor"];

export function seesEverybody(roles: readonly RoleName[]): boolean {
  return roles.some((role) => unlimited.includes(role));
}
