import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import { insertRow } from "@/test/insert-row";
import { day, levels } from "./canary-files";

type Planted = { orgId: string; people: readonly string[]; personId: string };

/**
 * Three initiatives about both behaviours, with twelve colleagues and the canary: one whose trained arm is the canary alone, one in which the canary is among
 * seven, and one that was drawn up and not registered. The canary alone was seen in "Holds the note", and has a KPI of the same figure.
 */
export async function plantInitiatives(tx: Tx, { orgId, people, personId }: Planted) {
  const [errors, voice] = [randomUUID(), randomUUID()];
  const batch = { org_id: orgId, batch_id: randomUUID() };
  await insertRow(tx, "kpis", { org_id: orgId, id: errors, code: "errors", name: "Errors", layer: "in_work" });
  await insertRow(tx, "kpis", { org_id: orgId, id: voice, code: "voice", name: "Voice", layer: "business" });
  const value = (person: string, kpi: string, back: number, of: number) =>
    insertRow(tx, "kpi_values", { ...batch, person_id: person, kpi_id: kpi, ends_on: day(back), value: of });
  for (const [at, person] of [...people, personId].entries()) {
    await value(person, errors, 50, 5 + ((at * 7) % 9));
    await value(person, errors, 8, 4 + ((at * 5) % 9));
  }
  await value(personId, voice, 50, 2);
  await value(personId, voice, 8, levels.solo);

  const plant = async (code: string, trained: readonly string[], change: Record<string, unknown> = {}) => {
    const id = randomUUID();
    await insertRow(tx, "initiatives", {
      ...batch,
      id,
      code,
      title: `Study ${code}`,
      design: "comparison",
      baseline_from: day(60),
      baseline_to: day(31),
      follow_up_from: day(25),
      follow_up_to: day(2),
      plan_hash: `sha256:${code}`,
      chain: JSON.stringify({
        skill_gap: "Asking",
        role: ["clerk", "soloist"],
        behaviours: ["Asks why", "Holds the note"],
        activities: ["tip"],
        kpis: { in_work: ["errors"], business: ["voice"] },
      }),
      ...change,
    });
    await insertRow(tx, "initiative_kpis", { org_id: orgId, initiative_id: id, kpi_id: errors, role: "primary" });
    await insertRow(tx, "initiative_kpis", { org_id: orgId, initiative_id: id, kpi_id: voice, role: "secondary" });
    for (const person of [...people, personId])
      await insertRow(tx, "arm_members", {
        ...batch,
        initiative_id: id,
        person_id: person,
        arm: trained.includes(person) ? "treatment" : "control",
        exposed_on: trained.includes(person) ? day(30) : null,
        planned_on: day(30),
      });
    return id;
  };
  return {
    alone: await plant("alone", [personId]),
    among: await plant("among", [personId, ...people.slice(0, 6)]),
    draft: await plant("draft", [personId, ...people.slice(0, 6)], { draft: true }),
  };
}
