import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { calibrationRatings, calibrations } from "@/db/schema/maturity";
import { DomainError } from "@/lib/errors";
import { placeOn } from "@/lib/people/place-on";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { type RateCalibration, rateCalibrationInput } from "./input";

/**
 * The viewer's levels for every behaviour of an open calibration; rating again until it closes takes the place of what was rated. Throws `not-found`, `invalid-input` (a behaviour
 * left out or not of it), and `conflict` where it is not open.
 */
export const rateCalibration = command("calibration.rate", async (tx, raw: RateCalibration, viewer, trace) => {
  const { id, ratings } = parseOrThrow(rateCalibrationInput, raw);
  const { orgId, userId, personId } = viewer;
  if (!userId) throw new DomainError("forbidden", "Only somebody who signed in can rate");
  const [found] = await tx
    .select({
      behaviourIds: calibrations.behaviourIds,
      today: sql<string>`current_date::text`,
      open: sql<boolean>`current_date between ${calibrations.opensOn} and ${calibrations.closesOn}`,
    })
    .from(calibrations)
    .where(and(eq(calibrations.orgId, orgId), eq(calibrations.id, id)))
    .for("share");
  if (!found) throw new DomainError("not-found", "There is no such calibration");
  if (!found.open) throw new DomainError("conflict", "It is not open: nothing was saved");
  const named = new Set(ratings.map(({ behaviourId }) => behaviourId));
  if (ratings.some(({ behaviourId }) => !found.behaviourIds.includes(behaviourId)) || named.size !== ratings.length)
    throw new DomainError("invalid-input", "These are not the behaviours of this calibration. Open it again");
  const missing = found.behaviourIds.filter((one) => !named.has(one));
  if (missing.length > 0)
    throw new DomainError(
      "invalid-input",
      "Rate every behaviour, so that all raters are compared on the same",
      Object.fromEntries(missing.map((one) => [one, ["Choose a level"]])),
    );
  const site = personId ? ((await placeOn(tx, [personId], found.today)).get(personId)?.site ?? null) : null;
  await tx
    .insert(calibrationRatings)
    .values(
      ratings.map(({ behaviourId, level, note }) => ({
        orgId,
        calibrationId: id,
        userId,
        behaviourId,
        level,
        note: note || null,
        siteId: site,
      })),
    )
    .onConflictDoUpdate({
      target: [
        calibrationRatings.orgId,
        calibrationRatings.calibrationId,
        calibrationRatings.userId,
        calibrationRatings.behaviourId,
      ],
      set: { level: sql`excluded.level`, note: sql`excluded.note`, siteId: sql`excluded.site_id` },
    });
  trace.subject = id;
});
