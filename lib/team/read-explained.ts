import "server-only";
import { z } from "zod";
import { explainSkill } from "@/lib/evidence/explain-skill";
import type { Explanation } from "@/lib/evidence/explanation";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import { coachIdOf, readLinePerson } from "./line";

const isId = (text: string) => z.uuid().safeParse(text).success;

/** How one of the viewer's own skills comes to its state, down to each rating; null where there is no such skill, or no record of theirs. */
export const readOwnExplained = query("self.read", async (tx, skillId: string, viewer): Promise<Explanation | null> => {
  const { orgId, personId } = viewer;
  return personId && isId(skillId) ? explainSkill(tx, { orgId, personId, skillId }) : null;
});

/** As `readOwnExplained`, of somebody in the viewer's line, who sees that they looked. Null for everybody else, as if there were nobody. */
export const readExplained = query(
  "team.read",
  async (
    tx,
    { personId, skillId }: { personId: string; skillId: string },
    viewer,
  ): Promise<{ name: string; explanation: Explanation } | null> => {
    const coachId = coachIdOf(viewer);
    if (!coachId || !isId(personId) || !isId(skillId)) return null;
    const { orgId } = viewer;
    const person = await readLinePerson(tx, orgId, coachId, personId);
    const explanation = person && (await explainSkill(tx, { orgId, personId, skillId }));
    if (!explanation) return null;
    await leaveTrace(tx, viewer, "person.read", { subject: personId, detail: { page: "team/person", skill: skillId } });
    return { name: person.name, explanation };
  },
);
