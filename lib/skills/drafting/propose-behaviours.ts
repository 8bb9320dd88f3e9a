import "server-only";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { parseOrThrow } from "@/lib/server/public-error";
import { inTenant, leaveTrace } from "@/lib/server/tenant-access";
import { type DraftedStatement, draftStatements } from "./draft-statements";
import { type Propose, proposeInput, type Rewrite, rewriteInput } from "./input";
import { openModel } from "./read-drafting";

export type Drafted = { model: string; drafts: DraftedStatement[] };

/**
 * Behaviours a language model proposes for a skill in a role: drafts that a person accepts or not, and nothing is kept here but an audit row
 * that something was sent. Names of role, task and skill and the statements there are go out, nothing about people. Null where no model is
 * configured.
 * @throws DomainError as `draftStatements`
 */
export async function proposeBehaviours(viewer: Viewer, raw: Propose): Promise<Drafted | null> {
  const { role, task, skill, facet, existing } = parseOrThrow(proposeInput, raw);
  const ask = "Propose five behaviours by which one can see that somebody has this skill in this role.";
  return draft(viewer, "propose", { ask, about: { Role: role, Task: task, Skill: skill, Facet: facet }, existing });
}

/** As `proposeBehaviours`: other words for one statement that say what can be seen. */
export async function rewriteBehaviour(viewer: Viewer, raw: Rewrite): Promise<Drafted | null> {
  const { role, task, skill, statement } = parseOrThrow(rewriteInput, raw);
  const ask = "Rewrite the behaviour in three ways so that it can be seen, as close to what was meant as possible.";
  return draft(viewer, "rewrite", {
    ask,
    about: { Role: role, Task: task, Skill: skill, Behaviour: statement },
    existing: [statement],
  });
}

async function draft(
  viewer: Viewer,
  step: string,
  wanted: Parameters<typeof draftStatements>[1],
): Promise<Drafted | null> {
  authorise(viewer.roles, "skill.edit");
  const opened = openModel();
  if (!opened) return null;
  const detail = { step: `language model: ${step}`, model: opened.name };
  await inTenant(viewer.orgId, (tx) => leaveTrace(tx, viewer, "skill.edit", { detail }));
  return { model: opened.name, drafts: await draftStatements(opened.model, wanted) };
}
