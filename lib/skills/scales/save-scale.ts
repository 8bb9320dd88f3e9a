import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { ratingScales } from "@/db/schema/taxonomy-versions";
import { DomainError } from "@/lib/errors";
import { command } from "@/lib/server/tenant-access";
import type { scaleInput } from "./input";
import { presetOf } from "./presets";

/**
 * Adds a scale, or the next version of one: what was imported under an earlier version keeps it.
 * @throws DomainError `conflict` when the scale was changed since `basedOn`, or a new one has the name of one there is
 */
export const saveScale = command(
  "evidence.rule",
  async (tx, input: z.output<typeof scaleInput>, { orgId, userId }, trace): Promise<{ version: number }> => {
    const { basedOn, name: given, ...scale } = input;
    const name = presetOf(given)?.name ?? given;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`rating scale ${orgId} ${name}`}))`);
    const [latest] = await tx
      .select({ version: ratingScales.version, name: ratingScales.name })
      .from(ratingScales)
      .where(and(eq(ratingScales.orgId, orgId), eq(sql`lower(${ratingScales.name})`, name.toLowerCase())))
      .orderBy(desc(ratingScales.version))
      .limit(1);
    if ((latest?.version ?? 0) !== basedOn) {
      const message =
        basedOn === 0
          ? "There is a scale of this name already. Change that one"
          : "This scale was changed by somebody else since. Load the page again";
      throw new DomainError("conflict", message, basedOn === 0 ? { name: [message] } : {});
    }
    const version = basedOn + 1;
    await tx.insert(ratingScales).values({ orgId, name: latest?.name ?? name, version, ...scale, createdBy: userId });
    trace.subject = latest?.name ?? name;
    trace.detail = { step: "scale", version, points: scale.points.length };
    return { version };
  },
);
