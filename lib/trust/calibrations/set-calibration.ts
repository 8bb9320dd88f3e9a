import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calibrationRatings, calibrations } from "@/db/schema/maturity";
import { behaviours } from "@/db/schema/taxonomy";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type SetCalibration, setCalibrationInput } from "./input";

/**
 * Puts a piece of work up for rating. Throws `invalid-input` (a behaviour that is not in force, a window that is over) and `conflict` where one of that title is open.
 * @returns its id
 */
export const setCalibration = command("calibration.set", async (tx, raw: SetCalibration, viewer, trace) => {
  const { behaviours: chosen, link, ...rest } = parseOrThrow(setCalibrationInput, raw);
  const { orgId, userId } = viewer;
  const ids = chosen.map(({ id }) => id);
  const wrong: Record<string, string[]> = {};
  if ((await countInForce(tx, orgId, ids)) < ids.length)
    wrong.behaviours = ["One of them is not in the taxonomy in force any more. Choose again"];
  if (rest.closesOn < (await today(tx))) wrong.closesOn = ["This day is over"];
  if (Object.keys(wrong).length > 0) throw new DomainError("invalid-input", "Some fields need another look", wrong);
  const same = await tx.$count(
    calibrations,
    and(
      eq(calibrations.orgId, orgId),
      eq(calibrations.title, rest.title),
      sql`${calibrations.closesOn} >= current_date`,
    ),
  );
  if (same > 0)
    throw new DomainError("conflict", "A calibration of this title is open already", {
      title: ["Choose another title"],
    });

  const expected = Object.fromEntries(
    chosen.flatMap(({ id, expected: level }) => (level === null ? [] : [[id, level]])),
  );
  const [row] = await tx
    .insert(calibrations)
    .values({
      ...rest,
      orgId,
      link: link || null,
      behaviourIds: ids,
      expected: Object.keys(expected).length > 0 ? expected : null,
      createdBy: userId,
    })
    .returning({ id: calibrations.id });
  if (!row) throw new Error("The calibration has no id");
  trace.subject = row.id;
  trace.detail = { change: "set", behaviours: ids.length, from: rest.opensOn, to: rest.closesOn };
  return row;
});

/** Closes it now, for good, so that its result shows. Throws `not-found`, and `conflict` where it is closed. */
export const closeCalibration = command("calibration.set", async (tx, { id }: { id: string }, { orgId }, trace) => {
  const changed = await tx
    .update(calibrations)
    .set({ closesOn: sql`current_date - 1` })
    .where(and(eq(calibrations.orgId, orgId), eq(calibrations.id, id), sql`${calibrations.closesOn} >= current_date`))
    .returning({ id: calibrations.id });
  if (changed.length === 0) {
    if ((await tx.$count(calibrations, and(eq(calibrations.orgId, orgId), eq(calibrations.id, id)))) === 0)
      throw unknown();
    throw new DomainError("conflict", "It is closed already");
  }
  trace.subject = id;
  trace.detail = { change: "closed" };
});

/** Takes back one that nobody has rated. Throws `not-found`, and `conflict` once somebody has. */
export const removeCalibration = command("calibration.set", async (tx, { id }: { id: string }, { orgId }, trace) => {
  const own = and(eq(calibrations.orgId, orgId), eq(calibrations.id, id));
  const [found] = await tx.select({ id: calibrations.id }).from(calibrations).where(own).for("update");
  if (!found) throw unknown();
  const rated = await tx.$count(
    calibrationRatings,
    and(eq(calibrationRatings.orgId, orgId), eq(calibrationRatings.calibrationId, id)),
  );
  if (rated > 0)
    throw new DomainError("conflict", "Somebody has rated it: close it instead, and it stands with its result");
  await tx.delete(calibrations).where(own);
  trace.subject = id;
  trace.detail = { change: "removed" };
});

const unknown = () => new DomainError("not-found", "There is no such calibration");

async function today(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ today: string }>(sql`select current_date::text as today`);
  return rows[0]?.today ?? "";
}

const countInForce = (tx: Tx, orgId: string, ids: string[]) =>
  tx.$count(behaviours, and(eq(behaviours.orgId, orgId), inArray(behaviours.id, ids), isNull(behaviours.retiredAt)));
