import "server-only";
import { kpis } from "@/db/schema/work";
import { isSmallGroup, minimumPeople } from "@/lib/access/privacy";
import { defaultScope, readBounds, resolveScope, type Scope } from "@/lib/access/scope";
import { readRules } from "@/lib/evidence/read-rules";
import { formatsFor } from "@/lib/format/formats";
import { dictionary, metricById } from "@/lib/metrics/dictionary";
import { kpiMetric } from "@/lib/metrics/kpi-metrics";
import type { Metric } from "@/lib/metrics/metric";
import { addMonths } from "@/lib/metrics/period";
import { seenMonths } from "@/lib/metrics/person-periods";
import { readNames } from "@/lib/people/read-names";
import { withoutLoops } from "@/lib/rollups/without-loops";
import { givesAway, stateOf } from "@/lib/scorecard/build-tile";
import { defaultPeriod, historyPeriods } from "@/lib/scorecard/choose-periods";
import { chooseKpi, readCertifiedApplied } from "@/lib/scorecard/read-certified-applied";
import { readFed } from "@/lib/scorecard/read-fed";
import { readFreshness } from "@/lib/scorecard/read-freshness";
import { readSums, type SummedRow } from "@/lib/scorecard/read-sums";
import type { Point } from "@/lib/scorecard/scorecard";
import { withheldIn } from "@/lib/scorecard/withheld-in";
import { query } from "@/lib/server/tenant-access";
import type { CertifiedPlace, CertifiedUnchanged } from "./certified";
import { diagnose } from "./diagnose";
import { certifiedSeenSql, type RatedRow, ratedPeopleSql, type SeenRow } from "./seen-sql";
import { untoldPlaces } from "./told-certified";

type Asked = { role: string | null; kpi: string | null };

/**
 * "If everyone is certified, why are defect rates still unchanged?": certified, seen applying it and a KPI on one time axis, for each role a
 * viewer sees and for the sites of one of them, with what the data say of why. Null where the role or KPI asked for is not there.
 */
export const readCertified = query(
  "capability.read",
  async (tx, { role, kpi }: Asked, viewer): Promise<CertifiedUnchanged | null> => {
    const { orgId } = viewer;
    const bounds = await readBounds(tx, viewer);
    const whole = bounds && (await resolveScope(tx, bounds, defaultScope(bounds)));
    if (!bounds || !whole) return null;
    const freshness = await readFreshness(tx, orgId);
    const { span, minimum, asOf, dataVersion } = freshness;
    if (!span) return { kind: "empty" };

    const formats = formatsFor(freshness);
    const period = defaultPeriod(span);
    const periods = historyPeriods(period, span);
    const metrics = [...dictionary, ...(await tx.select().from(kpis).orderBy(kpis.name)).map(kpiMetric)];
    const isFed = await readFed(tx, orgId, period);
    const { rules } = await readRules(tx, orgId);
    const at = { start: span.last, end: addMonths(span.last, 1) };
    const seen = await withoutLoops(tx, true, () =>
      tx.execute<SeenRow>(certifiedSeenSql({ orgId, bounds, at, day: asOf, leastStrength: rules.leastStrength })),
    );

    const [from = period.start] = [period.start, addMonths(period.end, -seenMonths)].toSorted();
    const rated = await withoutLoops(tx, true, () =>
      tx.execute<RatedRow>(ratedPeopleSql({ orgId, bounds, at, from, until: period.end })),
    );

    const placesOf = async (
      scope: Scope,
      by: "role" | "site",
      kpiOf: (rows: readonly SummedRow[]) => Metric | undefined,
    ) => {
      const rows = await readSums(tx, { orgId, scope, periods, division: { by } });
      const names = await readNames(tx, orgId, by === "role" ? "roles" : "sites");
      const ids = [...new Set(rows.filter((row) => row.metric === "certified").map(({ group }) => group))];
      const found = ids.map((id) => {
        const own = rows.filter(({ group }) => group === id);
        const sums = own.filter(({ metric }) => metric === "reach");
        const people = new Map(sums.map((row) => [row.start, row.people]));
        return { id, part: `${by} ${id}`, own, sums, peopleIn: (start: string) => people.get(start) ?? 0 };
      });
      const withheld = await withheldIn(tx, { viewer, bounds, scope, periods, minimum, by }, found);
      const hiddenNow = new Set(withheld.get(period.start) ?? []);
      const division = by === "role" ? { by } : { by, roleId: roleOf(scope), hidden: hiddenNow };
      const unsaid = untoldPlaces(rated.rows, division, minimum);
      const untold = untoldPlaces(
        seen.rows.map((row) => ({ ...row, people: row.seenPeople })),
        division,
        minimum,
      );
      return found.map(({ id, own, peopleIn }): CertifiedPlace => {
        const hidden = new Set(periods.filter(({ start }) => withheld.get(start)?.has(id)).map(({ start }) => start));
        const isHidden = hidden.has(period.start);
        const figure = (name: string) => {
          const metric = metricById(name);
          if (!metric) throw new Error(`The dictionary has no ${name}`);
          const state = stateOf(
            metric,
            own.find((row) => row.metric === name && row.start === period.start),
            minimum,
          );
          const isUnsaid = name === appliedMetric && unsaid.has(id);
          return state.kind === "figure" && (isHidden || isUnsaid) ? givesAway(minimum) : state;
        };
        const chosen = kpiOf(own);
        const picture = isHidden
          ? null
          : readCertifiedApplied({
              period,
              periods,
              rows: unsaid.has(id) ? own.filter(({ metric }) => metric !== appliedMetric) : own,
              minimum,
              hidden,
              metrics,
              isFed,
              formats,
              ...(chosen && { kpi: chosen }),
            });
        const row = isHidden
          ? undefined
          : seen.rows.find((one) =>
              by === "role"
                ? one.everywhere && one.roleId === id
                : !one.everywhere && one.roleId === roleOf(scope) && one.siteId === id,
            );
        const looked = row
          ? { certified: row.certified, seen: row.seen, able: untold.has(id) ? null : row.able }
          : null;
        const isFew = row !== undefined && isSmallGroup(row.seenPeople, minimum);
        const certified = figure("certified");
        return {
          id,
          label: names.get(id) ?? (by === "site" ? "No site named" : "No role named"),
          people: peopleIn(period.start),
          certified,
          applied: figure(appliedMetric),
          picture: picture && unsaid.has(id) ? { ...picture, applied: picture.applied.map(unsaidPoint) } : picture,
          seen: looked && { ...looked, seen: isFew ? null : looked.seen },
          diagnosis:
            picture && certified.kind === "figure"
              ? diagnose({
                  share: certified.value,
                  seen: looked,
                  kpi: picture.kpi && { name: picture.kpi.metric.name, verdict: picture.kpi.verdict },
                })
              : null,
        };
      });
    };

    const unsaidPoint = (point: Point): Point => ({
      ...point,
      state: { kind: "withheld", minimum: minimumPeople(minimum), why: "too-few" },
    });
    const named = kpi === null ? undefined : metrics.find(({ id }) => id === kpi);
    if (kpi !== null && !named) return null;
    const roles = await placesOf(whole, "role", (rows) => chooseKpi(metrics, rows, period));
    const chosen = role === null ? firstToLookAt(roles) : roles.find(({ id }) => id === role);
    if (role !== null && !chosen) return null;
    if (!chosen) return { kind: "nothing-certified" };
    const scope = await resolveScope(tx, bounds, { kind: "role", id: chosen.id });
    if (!scope) return null;
    const asked = named ?? metrics.find(({ id }) => id === chosen.picture?.kpi?.metric.id);
    const [own] = named ? await placesOf(scope, "role", () => named) : [chosen];
    return {
      kind: "shown",
      minimum,
      asOf,
      dataVersion,
      grain: period.grain,
      roles: roles.toSorted((a, b) => gapOf(b) - gapOf(a) || a.label.localeCompare(b.label)),
      role: own ?? chosen,
      sites: (await placesOf(scope, "site", () => asked)).toSorted((a, b) => a.label.localeCompare(b.label)),
      kpis: metrics
        .filter(({ category, kind }) => category === "operational" && kind !== "median")
        .map(({ id, name }) => ({ value: id, label: name })),
      kpi: asked?.id ?? null,
    };
  },
);

const appliedMetric = "certifiable_applied";

const roleOf = ({ request }: Scope) => (request.kind === "role" ? request.id : null);

/** How far what is seen stays behind what is certified; withheld places last. */
function gapOf({ certified, applied }: CertifiedPlace): number {
  return certified.kind === "figure" && applied.kind === "figure" ? certified.value - applied.value : -1;
}

const firstToLookAt = (roles: readonly CertifiedPlace[]) => roles.toSorted((a, b) => gapOf(b) - gapOf(a))[0];
