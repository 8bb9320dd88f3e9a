import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { RoleName } from "@/db/schema/access";
import { armMembers } from "@/db/schema/arms";
import { calendarEvents } from "@/db/schema/calendar";
import { initiativeKpis, initiatives } from "@/db/schema/initiatives";
import { organisations } from "@/db/schema/organisations";
import { people } from "@/db/schema/people";
import type { kpiRoles } from "@/db/schema/plan-terms";
import { kpis, kpiValues } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";

type KpiRow = {
  kpi?: string;
  date: string;
  value?: number | null;
  numerator?: number;
  denominator?: number;
};

export type StudyPerson = {
  id: string;
  arm?: string;
  exposedOn?: string | null;
  cluster?: string | null;
  hireDate?: string;
  attributes?: Record<string, string | number>;
  values: KpiRow[];
};

export type GivenPlan = Partial<typeof initiatives.$inferInsert> & {
  /** What else happened; unless given, somebody says that nothing did. */
  calendar?: Omit<typeof calendarEvents.$inferInsert, "orgId">[];
  kpis?: (Partial<typeof kpis.$inferInsert> & { code: string; role?: (typeof kpiRoles)[number] })[];
};

export type GivenStudy = {
  orgId: string;
  initiativeId: string;
  personIds: Map<string, string>;
  as(...roles: RoleName[]): Viewer;
};

/** Facts that a plan needs, written straight into an organisation of their own, in the order given. */
export async function givenStudy(plan: GivenPlan, members: readonly StudyPerson[]): Promise<GivenStudy> {
  const orgId = randomUUID();
  const initiativeId = randomUUID();
  const batchId = randomUUID();
  const personIds = new Map(members.map(({ id }) => [id, randomUUID()]));
  const { kpis: named = [{ code: "outcome" }], calendar = nothingElse, ...rest } = plan;
  const kpiIds = new Map(named.map(({ code }) => [code, randomUUID()]));
  const personId = (id: string) => personIds.get(id) ?? "";

  await inTenant(orgId, async (tx) => {
    await tx.insert(organisations).values({ id: orgId, slug: `study-${orgId}`, name: "Study" });
    await tx
      .insert(kpis)
      .values(named.map(({ role: _, ...kpi }) => ({ name: kpi.code, ...kpi, orgId, id: kpiIds.get(kpi.code) ?? "" })));
    await tx.insert(initiatives).values({
      code: "study",
      title: "Study",
      design: "randomised",
      baselineFrom: "2025-01-01",
      baselineTo: "2025-03-31",
      followUpFrom: "2025-04-01",
      followUpTo: "2025-06-30",
      planHash: "sha256:plan",
      ...rest,
      id: initiativeId,
      orgId,
      batchId,
    });
    await tx.insert(initiativeKpis).values(
      named.map(({ code, role }, index) => ({
        orgId,
        initiativeId,
        kpiId: kpiIds.get(code) ?? "",
        role: role ?? (index === 0 ? ("primary" as const) : ("secondary" as const)),
      })),
    );
    if (calendar.length > 0) await tx.insert(calendarEvents).values(calendar.map((event) => ({ ...event, orgId })));
    const insertAll = async <Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>) => {
      for (let from = 0; from < rows.length; from += 2000) await insert(rows.slice(from, from + 2000));
    };
    await insertAll([...members], (part) =>
      tx.insert(people).values(
        part.map(({ id, attributes = {}, hireDate }) => ({
          id: personId(id),
          orgId,
          batchId,
          employeeId: id,
          attributes,
          hireDate: hireDate ?? null,
        })),
      ),
    );
    await insertAll(
      members.filter(({ arm }) => arm !== undefined),
      (part) =>
        tx.insert(armMembers).values(
          part.map(({ id, arm = "control", exposedOn = null, cluster = null }) => ({
            orgId,
            initiativeId,
            batchId,
            personId: personId(id),
            arm,
            exposedOn,
            cluster,
          })),
        ),
    );
    await insertAll(
      members.flatMap(({ id, values }) => values.map((value) => ({ id, value }))),
      (part) =>
        tx.insert(kpiValues).values(
          part.map(({ id, value: { kpi = named[0]?.code ?? "", date, ...rest } }) => ({
            orgId,
            batchId,
            personId: personId(id),
            kpiId: kpiIds.get(kpi) ?? "",
            endsOn: date,
            ...rest,
          })),
        ),
    );
  });
  const as = (...roles: RoleName[]): Viewer => ({ orgId, userId: null, roles, units: [], personId: null });
  return { orgId, initiativeId, personIds, as };
}

const nothingElse: NonNullable<GivenPlan["calendar"]> = [
  { name: "Nothing else happened", kind: "none", startsOn: "1970-01-01", endsOn: "2099-12-31" },
];

/** A study folder of test/fixtures as plan and people. Only what these folders hold is read. */
export function readStudyFixture(name: "nsw" | "card-krueger" | "castle"): { plan: GivenPlan; members: StudyPerson[] } {
  const folder = path.join(import.meta.dirname, "fixtures", name);
  const text = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const rows = (file: string): Record<string, string>[] => parse(text(file), { columns: true });
  const study = JSON.parse(text("study.json"));
  const [kpi] = rows("kpis.csv");
  const arms = new Map(rows("cohort.csv").map((row) => [row.employee_id, row]));
  const values = new Map<string | undefined, KpiRow[]>();
  for (const { employee_id, date = "", value } of rows("kpi.csv")) {
    values.set(employee_id, [...(values.get(employee_id) ?? []), { date, value: Number(value) }]);
  }
  const members = rows("people.csv").map(({ employee_id: id = "", ...attributes }) => ({
    id,
    arm: arms.get(id)?.arm ?? "control",
    exposedOn: arms.get(id)?.exposed_on || null,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, Number(value)])),
    values: values.get(id) ?? [],
  }));
  return {
    plan: {
      title: study.title,
      design: study.design,
      period: study.period,
      baselineFrom: study.baseline?.from,
      baselineTo: study.baseline?.to,
      followUpFrom: study.follow_up?.from,
      followUpTo: study.follow_up?.to,
      covariates: study.covariates,
      allocation: study.allocation ?? null,
      kpis: [{ code: kpi?.kpi ?? "", name: kpi?.name ?? "", unit: kpi?.unit ?? null }],
    },
    members,
  };
}
