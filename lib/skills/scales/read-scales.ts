import "server-only";
import { desc, eq } from "drizzle-orm";
import { users } from "@/db/schema/access";
import { ratingScales, type ScalePoint } from "@/db/schema/taxonomy-versions";
import { readPrepared } from "@/lib/prepared/read-prepared";
import { query } from "@/lib/server/tenant-access";
import { presets } from "./presets";
import { usesOfScales } from "./uses-of-scales";

export type ScaleVersion = {
  version: number;
  kind: "points" | "percentile";
  lowest: number;
  highest: number;
  points: ScalePoint[];
  madeBy: string | null;
  madeAt: Date;
  /** Observations that were read by it; null until they are counted. */
  used: number | null;
  /** When they were counted, where observations have changed since. */
  countedAt: Date | null;
};

export type ScaleRow = {
  name: string;
  /** Of a scale that comes with the app: where it is met, and what to mind. */
  about: string | null;
  /** Newest first; none for a preset nobody has used or changed. */
  versions: ScaleVersion[];
  /** What an import reads by. */
  now: Pick<ScaleVersion, "version" | "kind" | "lowest" | "highest" | "points">;
};

/** Every scale an import may name, with its versions: those that come with the app first, then the organisation's own by name. */
export const readScales = query("skill.edit", async (tx, _input: null, { orgId }): Promise<ScaleRow[]> => {
  const stored = await tx
    .select({ scale: ratingScales, madeBy: users.name })
    .from(ratingScales)
    .leftJoin(users, eq(users.id, ratingScales.createdBy))
    .where(eq(ratingScales.orgId, orgId))
    .orderBy(ratingScales.name, desc(ratingScales.version));
  const uses = stored.length > 0 ? await readPrepared(tx, orgId, usesOfScales, "all") : null;
  const countedAt = uses?.told.kind === "older" ? uses.told.computedAt : null;
  const versionsOf = (name: string): ScaleVersion[] =>
    stored
      .filter(({ scale }) => scale.name === name)
      .map(({ scale, madeBy }) => ({
        version: scale.version,
        kind: scale.kind,
        lowest: scale.lowest,
        highest: scale.highest,
        points: scale.points,
        madeBy,
        madeAt: scale.createdAt,
        used: uses?.answer ? (uses.answer[scale.id] ?? 0) : null,
        countedAt,
      }));
  const known = new Set(presets.map(({ name }) => name));
  const own = [...new Set(stored.map(({ scale }) => scale.name))].filter((name) => !known.has(name));
  return [
    ...presets.map(({ name, about, ...preset }) => {
      const versions = versionsOf(name);
      return { name, about, versions, now: versions[0] ?? { version: 0, ...preset } };
    }),
    ...own.flatMap((name) => {
      const versions = versionsOf(name);
      const [now] = versions;
      return now ? [{ name, about: null, versions, now }] : [];
    }),
  ];
});
