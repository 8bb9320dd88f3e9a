import "server-only";
import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { roles } from "@/db/schema/taxonomy";
import { DomainError } from "@/lib/errors";
import { postponeRollups } from "@/lib/rollups/pending-rollups";
import { settleLater } from "@/lib/rollups/settle-later";
import { prepareTouched } from "@/lib/rollups/touched";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type SetProficiency, setProficiencyInput } from "./proficiency-input";

/**
 * Says when somebody new in a role counts as proficient. Time to competence is computed anew by the worker. Throws `not-found` for a role
 * that is gone or retired, `invalid-input` where nothing would change.
 */
export const setProficiency = command("skill.edit", async (tx, raw: SetProficiency, viewer, trace): Promise<void> => {
  const { roleId, rule } = parseOrThrow(setProficiencyInput, raw);
  const { orgId } = viewer;
  const one = and(eq(roles.orgId, orgId), eq(roles.id, roleId));
  const [role] = await tx
    .select({ was: roles.proficiency, retiredAt: roles.retiredAt })
    .from(roles)
    .where(one)
    .for("update");
  if (!role || role.retiredAt) throw new DomainError("not-found", "This role does not exist (any more)");
  if (isDeepStrictEqual(role.was, rule))
    throw new DomainError("invalid-input", "Nothing is different from the rule in force");
  await tx.update(roles).set({ proficiency: rule }).where(one);
  await prepareTouched(tx);
  await postponeRollups(tx, orgId, true);
  await settleLater(tx, orgId);
  trace.subject = roleId;
  trace.detail = { change: "proficiency", was: role.was, is: rule };
});
