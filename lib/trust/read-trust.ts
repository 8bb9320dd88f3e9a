import "server-only";
import { readBounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { readPrepared } from "@/lib/prepared/read-prepared";
import type { Told } from "@/lib/prepared/told";
import { keepRecent } from "@/lib/scorecard/keep-recent";
import { readStamp } from "@/lib/scorecard/read-stamp";
import { leaveTrace, query } from "@/lib/server/tenant-access";
import { computeTrust } from "./compute-trust";
import type { Trust } from "./trust";
import { trustInRatings } from "./trust-in-ratings";

/** `trust` is null where there is no answer yet. */
export type ToldTrust = { trust: Trust | null; told: Told };

const kept = keepRecent<Trust>(20);

/** Who may see raters by name: those who answer for the way people rate, never a partner of some units. */
const mayName = (roles: readonly string[]) => roles.includes("admin") || roles.includes("ld_lead");

/**
 * How far the ratings of the last `months` can be trusted, over the people the viewer may see as figures: of the whole organisation as prepared,
 * of some units computed and kept in this process while facts stay. Each look at raters by name leaves an audit row. Null where the viewer's role
 * is tied to nobody.
 */
export async function readTrust(viewer: Viewer, months: number): Promise<ToldTrust | null> {
  const whole = await readWhole(viewer, { months });
  if (whole !== "some units") return whole;
  const { orgId, userId, roles, units } = viewer;
  const key = JSON.stringify([orgId, userId, roles, units, await readStamp(viewer, null), months]);
  const trust = kept.get(key) ?? (await ofUnits(viewer, { months }));
  return trust && { trust: kept.keep(key, trust), told: { kind: "current" } };
}

type Question = { months: number };

const readWhole = query(
  "evidence.trust",
  async (tx, { months }: Question, viewer): Promise<ToldTrust | "some units"> => {
    const bounds = await readBounds(tx, viewer);
    if (bounds?.kind !== "everybody") return "some units";
    const question = { months, named: mayName(viewer.roles) };
    const { told, answer: trust } = await readPrepared(tx, viewer.orgId, trustInRatings, question);
    if (trust?.kind === "shown" && trust.raters && trust.raters.length > 0) {
      const detail = { raters: trust.raters.length, from: trust.window.start, to: trust.window.end };
      await leaveTrace(tx, viewer, "evidence.trust", { detail });
    }
    return { trust, told };
  },
);

const ofUnits = query("evidence.trust", async (tx, { months }: Question, viewer): Promise<Trust | null> => {
  const bounds = await readBounds(tx, viewer);
  if (bounds?.kind !== "units") return null;
  return computeTrust(tx, viewer.orgId, { bounds, months, named: false });
});
