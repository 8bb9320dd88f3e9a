import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { kpis } from "@/db/schema/work";
import { evaluateMissing } from "@/lib/initiatives/evaluate-missing";
import { seedOfCases } from "@/lib/money/draws";
import { evaluateCase } from "@/lib/money/evaluate-case";
import { inTenant } from "@/lib/server/tenant-access";
import { builtCase, givenBenefitLine, givenCaseStudy } from "@/test/given-case-study";
import { buildCases } from "./build-cases";

afterAll(closePool);

const factors = { volume: { value: 100 }, value_per_unit: { value: 2 } };

test("a line carries the headline effect, the people exposed and what is stated for it", async () => {
  const study = await givenCaseStudy();
  const { lineId, ids } = await givenBenefitLine(study, factors);
  const one = await builtCase(study);
  expect(one).toMatchObject({ status: "evaluated", people: 6, skills: ["Rules"], activities: ["card"] });
  expect(one.evaluation).toMatchObject({ grade: expect.stringMatching(/[ABC]/), direction: "better" });
  const [line] = one.case.lines;
  expect(line).toMatchObject({
    id: lineId,
    unproven: null,
    people: 6,
    intangible: false,
    isPrimary: true,
    hourFactors: [],
  });
  expect(line?.effect?.improvement).toBeGreaterThan(1);
  expect(line?.effect?.standardError).toBeGreaterThan(0);
  expect(line?.factors.map(({ key, assumption }) => [key, assumption.id, assumption.value])).toEqual([
    ["value_per_unit", ids.value_per_unit, 2],
    ["volume", ids.volume, 100],
  ]);
  expect([one.case.seed, line?.effectKey]).toEqual([seedOfCases, `${one.code} outcome`]);
  const { [ids.volume ?? ""]: volume, ...others } = one.case.drawnAs;
  expect(volume).toMatch(/^study outcome [a-z]+ volume$/);
  expect(Object.values(others)).not.toContain(volume);
  const worth = evaluateCase(one.case, {}, 200);
  expect(worth.benefit.central).toBeCloseTo((line?.effect?.improvement ?? 0) * 6 * 200, 6);
});

test("where less is better, a fall is an improvement", async () => {
  const up = await givenCaseStudy();
  const down = await givenCaseStudy({ plan: { kpis: [{ code: "outcome", direction: "down" }] } });
  for (const study of [up, down]) await givenBenefitLine(study, factors);
  const [more, less] = [await builtCase(up), await builtCase(down)];
  expect(less.case.lines[0]?.effect?.improvement).toBeCloseTo(-(more.case.lines[0]?.effect?.improvement ?? 0), 9);
  expect(less.lines[0]?.direction).toBe("worse");
});

test("a grade of D stands apart, and so does application nobody saw", async () => {
  const before = await givenCaseStudy({ plan: { design: "before_after" } });
  await givenBenefitLine(before, factors);
  const graded = await builtCase(before);
  expect(graded.evaluation?.grade).toMatch(/[DE]/);
  expect(graded.case.lines[0]?.unproven).toBe("grade");

  const unseen = await givenCaseStudy({ applied: false });
  await givenBenefitLine(unseen, factors);
  const untouched = await builtCase(unseen);
  expect(untouched.case.lines[0]).toMatchObject({
    unproven: "application",
    effect: { improvement: expect.any(Number) },
  });
  expect(evaluateCase(untouched.case, {}, 200).benefit.central).toBe(0);
});

test("an effect on logarithms is turned into the KPI's unit at the comparison's mean", async () => {
  const study = await givenCaseStudy({ plan: { transform: { outcome: "log" } } });
  await givenBenefitLine(study, factors);
  const one = await builtCase(study);
  const { estimate, error } = await inTenant(study.orgId, async (tx) => {
    const { rows } = await tx.execute<{ estimate: number; error: number }>(
      `select (r ->> 'estimate')::float8 as estimate, (r ->> 'standard_error')::float8 as error
       from evaluations, jsonb_array_elements(result -> 'results') r where (r ->> 'headline')::boolean`,
    );
    return rows[0] ?? { estimate: 0, error: 0 };
  });
  const mean = (5.5 + 4 + 7 + 3 + 7) / 5;
  expect(one.case.lines[0]?.effect?.improvement).toBeCloseTo(mean * Math.expm1(estimate), 9);
  expect(one.case.lines[0]?.effect?.standardError).toBeCloseTo(mean * Math.exp(estimate) * error, 9);
});

test("nothing is counted while the follow-up is open, before it was evaluated, or of too few people", async () => {
  const open = await givenCaseStudy({ plan: { followUpTo: "2999-12-31" } });
  const unevaluated = await givenCaseStudy({ evaluated: false });
  const few = await givenCaseStudy();
  await inTenant(few.orgId, (tx) => tx.execute(`update organisations set minimum_group_size = 6`));
  for (const study of [open, unevaluated, few]) await givenBenefitLine(study, factors);
  expect(await builtCase(open)).toMatchObject({ status: "too early", evaluation: null });
  expect((await builtCase(open)).case.lines[0]).toMatchObject({ unproven: "too_early", effect: null });
  expect((await builtCase(unevaluated)).case.lines[0]).toMatchObject({ unproven: "not_estimable", effect: null });
  const withheld = await builtCase(few);
  expect(withheld.evaluation).toBeNull();
  expect(withheld.case.lines[0]).toMatchObject({ unproven: "withheld", effect: null, people: 0 });
});

test("satisfaction has no accepted value, unless the KPI's definition names one", async () => {
  const kpi = { code: "outcome", name: "Customer satisfaction", family: "customer", unit: "points of 5" };
  const study = await givenCaseStudy({ plan: { kpis: [kpi] } });
  await givenBenefitLine(study, factors);
  expect((await builtCase(study)).case.lines[0]?.intangible).toBe(true);
  await inTenant(study.orgId, (tx) => tx.update(kpis).set({ valuePerUnit: 12 }));
  expect((await builtCase(study)).case.lines[0]?.intangible).toBe(false);
});

test("a chance result of a secondary KPI is not even plausible where nobody was seen to apply anything", async () => {
  const plan = { kpis: [{ code: "outcome" }, { code: "noise" }] };
  const others = { noise: (index: number): [number, number] => [4 + (index % 4), 4.2 + ((index * 7) % 5)] };
  const study = await givenCaseStudy({ plan, others, applied: false });
  await givenBenefitLine({ ...study, kpiId: study.kpiIds.get("noise") ?? "" }, factors);
  expect((await builtCase(study)).case.lines[0]).toMatchObject({ isPrimary: false, unproven: "application" });
});

test("who leaves counts for the part of the year they stayed", async () => {
  const study = await givenCaseStudy();
  await givenBenefitLine(study, factors);
  const leaves = (id: string, day: string) =>
    inTenant(study.orgId, (tx) =>
      tx.execute(sql`update people set exit_date = ${day} where id = ${study.personIds.get(id) ?? ""}`),
    );
  // Exposed on 1 April 2025: 73 days are a fifth of a year; a year later is no loss, and comparison people are not counted.
  await leaves("t0", "2025-06-13");
  await leaves("t1", "2026-04-02");
  await leaves("c0", "2025-05-01");
  expect((await builtCase(study)).case.lines[0]?.people).toBe(5.2);
});

test("what a team spends less is counted once for the team, not for each of its people", async () => {
  const study = await givenCaseStudy({
    evaluated: false,
    plan: { design: "comparison", kpis: [{ code: "outcome", kind: "sum" }] },
  });
  const { orgId, initiativeId, kpiId } = study;
  await inTenant(orgId, async (tx) => {
    await tx.execute(
      sql`insert into teams (org_id, id, name) select ${orgId}, gen_random_uuid(), 'team ' || at from generate_series(0, 5) at`,
    );
    await tx.execute(sql`
      update arm_members m set cluster = 'team ' || n.team from (
        select person_id, case arm when 'control' then 3 else 0 end + (row_number() over (partition by arm order by person_id) - 1) / 2 as team
        from arm_members where initiative_id = ${initiativeId}
      ) n where m.initiative_id = ${initiativeId} and n.person_id = m.person_id`);
    await tx.execute(sql`
      insert into team_kpi_values (org_id, team_id, kpi_id, ends_on, value, batch_id)
      select ${orgId}, t.id, v.kpi_id, v.ends_on, avg(v.value), gen_random_uuid() from kpi_values v
      join arm_members m on m.person_id = v.person_id join teams t on t.name = m.cluster where v.kpi_id = ${kpiId} group by t.id, v.kpi_id, v.ends_on`);
    // Another site has it by person, and is nobody of the study.
    await tx.execute(
      sql`insert into people (org_id, id, employee_id, batch_id) values (${orgId}, gen_random_uuid(), 'elsewhere', gen_random_uuid())`,
    );
    await tx.execute(sql`
      update kpi_values v set person_id = p.id from people p where p.org_id = v.org_id and p.employee_id = 'elsewhere' and v.kpi_id = ${kpiId}
        and (v.person_id, v.ends_on) in (select person_id, ends_on from kpi_values where kpi_id = ${kpiId} order by person_id, ends_on limit 1)`);
    await tx.execute(sql`
      delete from kpi_values v using people p where p.org_id = v.org_id and p.id = v.person_id and p.employee_id <> 'elsewhere' and v.kpi_id = ${kpiId}`);
  });
  await evaluateMissing(study.as("admin"));
  await givenBenefitLine(study, { periods: { value: 12 }, value_per_unit: { value: 1 } });
  const [line] = (await builtCase(study)).case.lines;
  const { rows } = await inTenant(orgId, (tx) =>
    tx.execute<{ estimate: number }>(sql`
      select (r ->> 'estimate')::float8 as estimate from evaluations, jsonb_array_elements(result -> 'results') r where (r ->> 'headline')::boolean`),
  );
  // Three teams of two.
  expect(line?.people).toBe(6);
  expect(line?.effect?.improvement).toBeCloseTo((rows[0]?.estimate ?? Number.NaN) / 2, 12);
});

test("drafts, explorations and other organisations' initiatives have no case", async () => {
  const [own, other] = [await givenCaseStudy(), await givenCaseStudy()];
  expect(await inTenant(own.orgId, (tx) => buildCases(tx, own.orgId, [other.initiativeId]))).toEqual([]);
  expect(await inTenant(own.orgId, (tx) => buildCases(tx, own.orgId, "all"))).toHaveLength(1);
  await inTenant(own.orgId, (tx) => tx.update(initiatives).set({ draft: true }));
  expect(await inTenant(own.orgId, (tx) => buildCases(tx, own.orgId, "all"))).toEqual([]);
});

test("a KPI in another currency is not counted as if it were in the organisation's, unless a factor says what a unit is worth", async () => {
  const [plain, priced] = [await givenCaseStudy(), await givenCaseStudy()];
  await givenBenefitLine(plain, { periods: { value: 12 }, margin: { value: 0.3 } });
  await givenBenefitLine(priced, factors);
  expect((await builtCase(plain)).case.lines[0]?.unproven).toBeNull();
  for (const { orgId } of [plain, priced]) await inTenant(orgId, (tx) => tx.update(kpis).set({ currency: "USD" }));
  expect((await builtCase(plain)).case.lines[0]).toMatchObject({ effect: null, unproven: "not_estimable" });
  expect((await builtCase(priced)).case.lines[0]).toMatchObject({ unproven: null });
});

test("a line on a secondary KPI counts with grade C at most, and only where its own change holds with the others allowed for", async () => {
  const others = {
    clear: (index: number, isTreated: boolean) => [
      5 + (index % 3),
      5.1 + (index % 3) + (index % 2) * 0.3 + (isTreated ? 4 : 0),
    ],
    noise: (index: number) => [4 + (index % 4), 4.2 + ((index * 7) % 5)],
    quiet: (index: number) => [3 + (index % 5), 3.1 + ((index * 3) % 4)],
  } satisfies Record<string, (index: number, isTreated: boolean) => [number, number]>;
  const plan = { kpis: ["outcome", "clear", "noise", "quiet"].map((code) => ({ code })) };
  const study = await givenCaseStudy({ plan, others });
  for (const code of ["outcome", "clear", "noise"]) {
    await givenBenefitLine({ ...study, kpiId: study.kpiIds.get(code) ?? "" }, factors, { stream: code });
  }
  const one = await builtCase(study);
  const of = (code: string) => {
    const at = one.lines.findIndex(({ kpi }) => kpi.code === code);
    return { ...one.lines[at], ...one.case.lines[at] };
  };
  expect(of("outcome")).toMatchObject({ isPrimary: true, unproven: null, grade: one.evaluation?.grade });
  expect(of("clear")).toMatchObject({ isPrimary: false, unproven: null, grade: "C", direction: "better" });
  expect(of("noise")).toMatchObject({ unproven: "chance", grade: "C", direction: "unclear" });
  const kept = await inTenant(study.orgId, async (tx) => {
    const { rows } = await tx.execute<{ error: number }>(
      `select (r ->> 'standard_error')::float8 as error from evaluations, jsonb_array_elements(result -> 'results') r
       where (r ->> 'headline')::boolean and r ->> 'kpi' = 'clear'`,
    );
    return rows[0]?.error ?? 0;
  });
  expect(of("clear").effect?.standardError).toBeGreaterThan(1.1 * kept);
  const { lines } = evaluateCase(one.case, {}, 200);
  expect(lines.filter(({ counted }) => counted)).toHaveLength(2);
});
