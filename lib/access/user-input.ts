import { z } from "zod";
import { roleNames } from "@/db/schema/access";

const heldRole = z
  .object({ role: z.enum(roleNames), unitId: z.uuid().optional() })
  .refine(({ role, unitId }) => (role === "hrbp") === (unitId !== undefined), {
    message: "An HR business partner serves a unit; other roles are not tied to one",
  });

const rolesInput = z.array(heldRole).min(1, "Choose at least one role").max(50);

export const createUserInput = z
  .object({
    email: z.email("Write it like name@company.com").max(320),
    name: z.string().trim().min(1, "A name is needed").max(200),
    password: z.string().max(200, "Use at most 200 characters"),
    roles: rolesInput,
    personId: z.uuid().optional(),
    /** Instead of `personId`: the person's number in the people file. */
    employeeId: z.string().trim().max(200).optional(),
  })
  .superRefine(({ password, email, name }, context) => {
    const problem = passwordProblem(password, [email.split("@")[0] ?? "", ...name.split(/\s+/)]);
    if (problem) context.addIssue({ code: "custom", path: ["password"], message: problem });
  });
export type CreateUser = z.output<typeof createUserInput>;

export const setRolesInput = z.object({ userId: z.uuid(), roles: rolesInput });
export type SetRoles = z.output<typeof setRolesInput>;

export const setDisabledInput = z.object({ userId: z.uuid(), disabled: z.boolean() });
export type SetDisabled = z.output<typeof setDisabledInput>;

/** Length over tricks (NIST SP 800-63B 5.1.1.2): twelve characters, not one character again and again, not one's own name. */
function passwordProblem(password: string, names: readonly string[]): string | null {
  if (password.length < 12) return "Use at least 12 characters";
  if (new Set(password).size < 5) return "Use more than a few different characters";
  const lower = password.toLowerCase();
  if (names.some((name) => name.length >= 4 && lower.replaceAll(name.toLowerCase(), "").length < 8)) {
    return "Do not build it from the name or the e-mail address";
  }
  return null;
}
