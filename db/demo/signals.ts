import { inArray } from "drizzle-orm";
import { behaviours, tasks } from "@/db/schema/taxonomy";
import type { Viewer } from "@/lib/access/viewer";
import type { SignalDefinition } from "@/lib/evidence/signals/definition";
import { runSignals } from "@/lib/evidence/signals/run-signals";
import { activateSignal, saveSignal } from "@/lib/evidence/signals/signal-commands";
import { inTenant } from "@/lib/server/tenant-access";

type DemoSignal = {
  name: string;
  behaviour: string;
  tasks: readonly string[];
  why: string;
  rule: Pick<
    Extract<SignalDefinition, { source: "work" }>,
    "measure" | "window" | "side" | "bands" | "otherwise" | "least"
  >;
};

/** Of roles and behaviours no initiative is about, so that what was planted there stays as it was. */
const demoSignals: readonly DemoSignal[] = [
  {
    name: "Repairs that hold",
    behaviour: "Runs the machine under load before handing it back",
    tasks: ["Repair machines, equipment, or structures", "Test machinery to diagnose machine malfunctions"],
    why: "A machine that was run under load does not come back",
    rule: {
      measure: "not_reopened",
      window: { by: "days", days: 180 },
      side: "above",
      bands: [
        { at: 0.98, level: 4 },
        { at: 0.9, level: 3 },
      ],
      otherwise: 2,
      least: 6,
    },
  },
  {
    name: "Receipts right first time",
    behaviour: "Counts before looking at the expected quantity",
    tasks: ["Receive and count stock items", "Store items in an orderly and accessible manner"],
    why: "The warehouse system notes every difference it finds later",
    rule: {
      measure: "right_first_time",
      window: { by: "jobs", jobs: 20 },
      side: "above",
      bands: [
        { at: 0.95, level: 4 },
        { at: 0.85, level: 3 },
      ],
      otherwise: 2,
      least: 8,
    },
  },
];

/** First month rated: the second year of the demo. */
const since = "2025-11";

/** Makes, activates and runs the demo's rules from system signals, through the commands. */
export async function addSignals(orgId: string, as: Viewer): Promise<number> {
  const { behaviourIds, taskIds } = await inTenant(orgId, async (tx) => ({
    behaviourIds: new Map(
      (
        await tx
          .select()
          .from(behaviours)
          .where(
            inArray(
              behaviours.statement,
              demoSignals.map(({ behaviour }) => behaviour),
            ),
          )
      ).map(({ statement, id }) => [statement, id]),
    ),
    taskIds: new Map(
      (
        await tx
          .select()
          .from(tasks)
          .where(
            inArray(
              tasks.name,
              demoSignals.flatMap((signal) => signal.tasks),
            ),
          )
      ).map(({ name, id }) => [name, id]),
    ),
  }));
  for (const { name, behaviour, tasks: named, why, rule } of demoSignals) {
    const behaviourId = behaviourIds.get(behaviour);
    const ids = named.flatMap((task) => taskIds.get(task) ?? []);
    if (!behaviourId || ids.length < named.length)
      throw new Error(`The demo's taxonomy lacks what the signal “${name}” reads`);
    const definition: SignalDefinition = { source: "work", taskIds: ids, since, ...rule };
    await activateSignal(as, await saveSignal(as, { id: null, name, behaviourId, definition, why }));
  }
  return (await runSignals(orgId)).written;
}
