import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import { planHash } from "@/lib/intake/study/plan-hash";
import { slug } from "@/lib/intake/study/slug";
import { parseOrThrow } from "@/lib/server/public-error";
import { command, query } from "@/lib/server/tenant-access";
import { readChoices } from "./choices";
import { type CreateDraft, createDraftInput } from "./draft-input";
import { drawOf } from "./draw-of";
import { type Judged, judge } from "./judge-designs";
import { versionAfter } from "./next-version";
import { planOf } from "./plan-of";
import { type Prepared, prepare } from "./prepare";
import { readOptions } from "./read-options";
import { rolesOf } from "./starting-plan";
import { writeDraft } from "./write-draft";

export type NewDraft = { input: CreateDraft; today: string };

/**
 * Saves what the wizard shows as a draft: plan, KPIs, and who goes when, drawn here from the seed. Sending the same draft twice saves it
 * once. Throws `invalid-input` where something is missing or the design cannot be done with these people, and `conflict` where an
 * initiative has this name.
 */
export async function createDraft(viewer: Viewer, draft: NewDraft): Promise<{ id: string }> {
  const input = parseOrThrow(createDraftInput, draft.input);
  const known = await findDraft(viewer, input.id);
  if (known) return { id: known };
  try {
    return await saveDraft(viewer, { ...draft, input });
  } catch (error) {
    // The other of two that were sent at once has just saved it.
    const saved = error instanceof DomainError && error.code === "conflict" ? await findDraft(viewer, input.id) : null;
    if (saved) return { id: saved };
    throw error;
  }
}

const findDraft = query("plan.create", async (tx, id: string, viewer): Promise<string | null> => {
  const own = and(eq(initiatives.orgId, viewer.orgId), eq(initiatives.id, id));
  const [row] = await tx.select({ id: initiatives.id }).from(initiatives).where(own);
  return row?.id ?? null;
});

const saveDraft = command(
  "plan.create",
  async (tx, { input, today }: NewDraft, viewer, trace): Promise<{ id: string }> => {
    const { id, title, given } = input;
    const code = slug(title);
    if (code === "")
      throw new DomainError("invalid-input", "The name needs letters", { title: ["Use some letters or digits"] });
    const prepared = await preparedOrThrow(tx, viewer, { given, today });
    const judged = judgedOrThrow(prepared);
    const draw = drawOf(prepared, judged.design);
    const options = await readOptions(tx, viewer.orgId, today);
    const study = planOf(prepared, {
      code,
      title,
      design: judged.design,
      roles: rolesOf(prepared, options.roles),
      kpis: options.kpis,
      note: noteOf(prepared, judged),
    });
    const hash = planHash(study);
    const version = await versionAfter(tx, prepared.choices.iterates);
    await writeDraft(tx, viewer, { id, study, hash, prepared, judged, draw, version });
    trace.subject = id;
    const { seed, choices } = prepared;
    trace.detail = {
      ...{ code, design: judged.design, people: draw.drawn.length, plan: hash, seed, draw: choices.draw },
      ...(version.iterates && version),
    };
    return { id };
  },
);

async function preparedOrThrow(
  tx: Tx,
  viewer: Viewer,
  asked: { given: CreateDraft["given"]; today: string },
): Promise<Prepared> {
  const prepared = await prepare(tx, viewer, asked);
  if (!prepared) {
    const field =
      readChoices(asked.given).kpi === null ? "Choose the KPI it is judged by" : "Nobody has a value of this KPI";
    throw new DomainError("invalid-input", field, { kpi: [field] });
  }
  const refuse = (message: string, field: string) => new DomainError("invalid-input", message, { [field]: [message] });
  if (prepared.history.people.length === 0) throw refuse("Nobody whose work this KPI measures is chosen", "people");
  if (prepared.withheld) throw refuse(`Choose at least ${prepared.minimum} people`, "people");
  if (prepared.starts <= asked.today) throw refuse("The start is over: choose a day to come", "starts");
  if (prepared.choices.question === "not_worse" && prepared.worth === null)
    throw refuse("Say how much worse would not count as worse", "worth");
  return prepared;
}

function judgedOrThrow(prepared: Prepared): Judged {
  const { design } = prepared.choices;
  if (design === null) throw new DomainError("invalid-input", "Choose a design", { design: ["Choose a design"] });
  const judged = judge(design, prepared);
  if (judged.obstacle !== null && judged.obstacle !== "not-estimable")
    throw new DomainError("invalid-input", "This design cannot be done with these people", {
      design: ["It cannot be done with these people"],
    });
  const { treated, control, available } = judged.lots;
  if (treated + control > available)
    throw new DomainError("invalid-input", `There are only ${available} to draw among`, {
      size: [`At most ${available}`],
    });
  return judged;
}

/** That lots were drawn more than once is part of the plan's story. */
function noteOf({ choices, seed }: Prepared, { design }: Judged): string | null {
  if (design === "before_after" || design === "comparison") return null;
  const times =
    choices.draw === 1 ? "Lots were drawn once" : `Lots were drawn ${choices.draw} times and the last draw was kept`;
  return `${times} (seed ${seed}).`;
}
