import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import { minimumPeople } from "@/lib/access/privacy";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import type { CalibratedBehaviour, Calibration, CalibrationHead } from "./calibration";
import { calibrationResult, type GivenLevel } from "./calibration-result";

/** Who may see calibrations at all: those who set them, rate them, or answer for trust in ratings. */
const isOpenTo = ({ roles }: Viewer) =>
  may(roles, "calibration.set") || may(roles, "calibration.rate") || may(roles, "evidence.trust");

const head = (orgId: string, userId: string | null): SQL => sql`
  c.id::text, c.title, c.opens_on::text as "opensOn", c.closes_on::text as "closesOn",
  case when current_date < c.opens_on then 'coming' when current_date > c.closes_on then 'closed' else 'open' end as state,
  (select count(distinct user_id)::int from calibration_ratings r where r.org_id = ${orgId} and r.calibration_id = c.id) as raters,
  exists (select from calibration_ratings r where r.org_id = ${orgId} and r.calibration_id = c.id and r.user_id = ${userId}) as rated`;

/** All calibrations, open ones first. Empty for whoever has no part in them. */
export const readCalibrations = query("skill.read", async (tx, _: null, viewer): Promise<CalibrationHead[]> => {
  if (!isOpenTo(viewer)) return [];
  const { rows } = await tx.execute<CalibrationHead>(sql`
    select ${head(viewer.orgId, viewer.userId)} from calibrations c where c.org_id = ${viewer.orgId}
    order by c.closes_on < current_date, c.closes_on desc, c.title limit 500`);
  return rows;
});

/**
 * One calibration as the viewer may see it: others' ratings only once it is closed, as figures of groups, so that no two looks tell what one person
 * gave; expected levels once the viewer has rated or cannot any more. Null where there is none, or the viewer has no part in it.
 */
export const readCalibration = query(
  "skill.read",
  async (tx, { id }: { id: string }, viewer): Promise<Calibration | null> => {
    if (!isOpenTo(viewer)) return null;
    const { orgId, userId, roles } = viewer;
    type Row = CalibrationHead & {
      artefact: string;
      link: string | null;
      ids: string[];
      expected: Record<string, number> | null;
      setting: number;
    };
    const { rows } = await tx.execute<Row>(sql`
    select ${head(orgId, userId)}, c.artefact, c.link, c.behaviour_ids::text[] as ids, c.expected,
      (select minimum_group_size from organisations where id = ${orgId}) as setting
    from calibrations c where c.org_id = ${orgId} and c.id = ${id}`);
    const [found] = rows;
    if (!found) return null;
    const { ids, expected, setting, artefact, link, ...shown } = found;
    const maySet = may(roles, "calibration.set");
    const mayRate = may(roles, "calibration.rate") && userId !== null;
    const behaviours = await tx.execute<
      Omit<CalibratedBehaviour, "expected" | "own" | "anchors"> & { anchors: (string | null)[] | null }
    >(sql`
    select b.id::text, b.statement, s.name as skill, b.anchors from behaviours b
    join skills s on s.org_id = b.org_id and s.id = b.skill_id where b.org_id = ${orgId} and b.id = any(${sql.param(ids)}::uuid[])`);
    const given = await tx.execute<{
      rater: string;
      behaviourId: string;
      level: number;
      note: string | null;
      siteId: string | null;
      site: string | null;
    }>(sql`
    select r.user_id::text as rater, r.behaviour_id::text as "behaviourId", r.level, r.note, r.site_id::text as "siteId", s.name as site
    from calibration_ratings r left join sites s on s.org_id = ${orgId} and s.id = r.site_id
    where r.org_id = ${orgId} and r.calibration_id = ${id} order by r.user_id, r.behaviour_id`);
    const isClosed = found.state === "closed";
    const told = isClosed || found.rated ? (expected ?? {}) : {};
    const own = given.rows.filter(({ rater }) => rater === userId);
    const ordered = ids.flatMap((one): CalibratedBehaviour[] => {
      const behaviour = behaviours.rows.find((row) => row.id === one);
      const mine = own.find(({ behaviourId }) => behaviourId === one);
      if (!behaviour) return [];
      return [
        {
          ...behaviour,
          anchors: behaviour.anchors ?? [],
          expected: told[one] ?? null,
          own: mine ? { level: mine.level, note: mine.note } : null,
        },
      ];
    });
    const gaps = ordered.flatMap((one) => (one.own && one.expected !== null ? [one.own.level - one.expected] : []));
    const levels = given.rows.map(
      ({ rater, behaviourId, level, siteId, site }): GivenLevel => ({
        rater,
        behaviourId,
        level,
        site: siteId ? { id: siteId, name: site ?? "" } : null,
      }),
    );
    return {
      ...shown,
      artefact,
      link,
      behaviours: ordered,
      ownDistance: gaps.length > 0 ? gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length : null,
      mayRate,
      maySet,
      result: isClosed
        ? calibrationResult(levels, {
            behaviours: ordered,
            expected: expected ?? {},
            minimum: minimumPeople(setting),
            viewer: userId,
          })
        : { kind: "open" },
    };
  },
);

export type FoundBehaviour = { id: string; statement: string; skill: string };

/** Behaviours in force whose words, or whose skill's, hold the text; at most 20. */
export const findBehaviours = query(
  "calibration.set",
  async (tx, text: string, { orgId }): Promise<FoundBehaviour[]> => {
    const words = text.trim().toLowerCase();
    const { rows } = await tx.execute<FoundBehaviour>(sql`
    select b.id::text, b.statement, s.name as skill from behaviours b join skills s on s.org_id = b.org_id and s.id = b.skill_id
    where b.org_id = ${orgId} and b.retired_at is null and s.retired_at is null
      and (position(${words} in lower(b.statement)) > 0 or position(${words} in lower(s.name)) > 0)
    order by b.statement limit 20`);
    return rows;
  },
);
