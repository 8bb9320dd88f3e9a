import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { assumptionSignatures, assumptions } from "@/db/schema/money";
import type { Entry } from "@/lib/entry";
import { inTenant } from "@/lib/server/tenant-access";
import { type CaseDesks, givenCaseDesks } from "@/test/given-case-desks";
import { givenBenefitLine } from "@/test/given-case-study";
import { expectSentOnce } from "@/test/sent-once";
import type { StateAssumption } from "./case-input";
import { readAssumptionBook } from "./read-assumption-book";
import { readCaseDesk } from "./read-case-desk";
import { keepScenario, removeScenario } from "./scenarios";
import { signAssumption } from "./sign-assumption";
import { stateAssumption } from "./state-assumption";

afterAll(closePool);

let given: CaseDesks;
beforeEach(async () => {
  given = await givenCaseDesks();
});
const as = (role: "ld_lead" | "finance" | "executive") => given.as(role);
const stranger = () => given.stranger;
const newest = () => given.newest();
const built = () => given.built();

const stated = (id: string | null, change: Partial<StateAssumption> = {}): Entry<StateAssumption> => ({
  id,
  initiativeId: null,
  key: "volume",
  value: 100,
  low: 80,
  high: 120,
  unit: "pieces",
  source: "Production report",
  ownerId: null,
  alternatives: [],
  note: null,
  revision: 1,
  ...change,
});

test("an assumption is stated with its range and owner, and the second of two edits is refused", async () => {
  const { ids } = await givenBenefitLine(given.study, { volume: { value: 50 } });
  const id = ids.volume ?? "";
  await stateAssumption(as("ld_lead"), stated(id, { ownerId: given.userIds.finance }));
  expect(await newest()).toMatchObject({ detail: { change: "assumption stated", key: "volume", was: 50, is: 100 } });
  expect((await built()).assumptions.find((one) => one.id === id)).toMatchObject({
    value: 100,
    low: 80,
    high: 120,
    owner: { name: "Some finance" },
    revision: 2,
    origin: "stated",
  });
  await expect(stateAssumption(as("finance"), stated(id))).rejects.toMatchObject({ code: "conflict" });
  await expect(stateAssumption(as("executive"), stated(id, { revision: 2 }))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(stateAssumption(stranger(), stated(id, { revision: 2 }))).rejects.toMatchObject({ code: "not-found" });
  await expect(stateAssumption(as("ld_lead"), stated(id, { revision: 2, low: 110 }))).rejects.toMatchObject({
    fields: { low: ["The low end lies above the value"] },
  });
  await expect(
    stateAssumption(as("ld_lead"), stated(id, { revision: 2, ownerId: randomUUID() })),
  ).rejects.toMatchObject({ fields: { ownerId: [expect.any(String)] } });
});

test("what holds for the whole organisation is stated once", async () => {
  const rate = stated(null, {
    key: "discount_rate",
    value: 0.08,
    low: null,
    high: null,
    unit: "share a year",
    revision: 0,
  });
  expect((await readAssumptionBook(as("finance"), null)).shared.map(({ key, value }) => [key, value])).toEqual([
    ["discount_rate", null],
    ["full_time_hours", null],
    ["hourly_cost", null],
    ["years", null],
    ["persistence", null],
  ]);
  const { id } = await stateAssumption(as("ld_lead"), rate);
  await expect(stateAssumption(as("finance"), rate)).rejects.toMatchObject({ code: "conflict" });
  await expect(stateAssumption(as("finance"), { ...rate, key: "made_up" })).rejects.toMatchObject({
    code: "invalid-input",
  });
  expect((await built()).case.discountRate).toMatchObject({ id, value: 0.08 });
  const book = await readAssumptionBook(as("ld_lead"), null);
  expect(book.shared[0]).toMatchObject({ id, own: true, initiative: null });
  expect((await readAssumptionBook(stranger(), null)).shared[0]).toMatchObject({ value: null });
});

test("finance signs what others stated, and a change shows until it is signed again", async () => {
  const { ids } = await givenBenefitLine(given.study, { volume: { value: 50 } });
  const id = ids.volume ?? "";
  const sign = (change: object = {}, by = as("finance")) =>
    signAssumption(by, { id, revision: 1, kind: "signed", note: null, ...change });
  const state = async () => (await built()).assumptions.find((one) => one.id === id)?.signature;
  await expect(sign({}, as("ld_lead"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(sign({}, { ...stranger(), roles: ["finance"] })).rejects.toMatchObject({ code: "not-found" });
  await expect(sign({ kind: "declined" })).rejects.toMatchObject({ fields: { note: [expect.any(String)] } });
  await expect(sign({ kind: "withdrawn" })).rejects.toMatchObject({ code: "conflict" });
  await sign();
  expect(await newest()).toMatchObject({
    action: "assumption.sign",
    detail: { change: "assumption signed", value: 50 },
  });
  expect(await state()).toMatchObject({ state: "signed", by: "Some finance" });
  await sign({ kind: "withdrawn" });
  expect(await state()).toMatchObject({ state: "unsigned", by: null });
  await sign();

  await stateAssumption(as("ld_lead"), stated(id));
  expect(await state()).toMatchObject({ state: "changed", by: "Some finance" });
  await expect(sign()).rejects.toMatchObject({ code: "conflict" });
  await sign({ revision: 2, kind: "declined", note: "The report says 90" });
  expect(await state()).toMatchObject({ state: "declined", note: "The report says 90" });
});

test("whoever owns or stated an assumption does not sign it, and there has to be something to sign", async () => {
  const { ids } = await givenBenefitLine(given.study, {
    volume: { value: null },
    value_per_unit: { value: 4, source: null },
  });
  const sign = (id = "", revision = 1) => signAssumption(as("finance"), { id, revision, kind: "signed", note: null });
  await expect(sign(ids.volume)).rejects.toMatchObject({ code: "conflict", message: /Nobody has stated/ });
  await expect(sign(ids.value_per_unit)).rejects.toMatchObject({ code: "conflict", message: /comes from/ });
  await stateAssumption(as("finance"), stated(ids.volume ?? ""));
  await expect(sign(ids.volume, 2)).rejects.toMatchObject({ code: "forbidden", message: /You stated this value/ });
  await stateAssumption(as("ld_lead"), stated(ids.volume ?? "", { revision: 2, ownerId: given.userIds.finance }));
  await expect(sign(ids.volume, 3)).rejects.toMatchObject({ code: "forbidden", message: /You answer for/ });
});

test("who stated a value does not sign it after somebody else added a note", async () => {
  const { ids } = await givenBenefitLine(given.study, { volume: { value: 50 } });
  const id = ids.volume ?? "";
  const sign = (revision: number) => signAssumption(as("finance"), { id, revision, kind: "signed", note: null });
  await stateAssumption(as("finance"), stated(id));
  await stateAssumption(as("ld_lead"), stated(id, { revision: 2, note: "Looked at in March" }));
  await expect(sign(3)).rejects.toMatchObject({ code: "forbidden", message: /You stated this value/ });
  await stateAssumption(as("ld_lead"), stated(id, { revision: 3, value: 90 }));
  await sign(4);
});

test("a signature says who answers for the value: another owner needs another one, and makes nobody the one who stated it", async () => {
  const { ids } = await givenBenefitLine(given.study, { volume: { value: 50 } });
  const id = ids.volume ?? "";
  const sign = (revision: number) => signAssumption(as("finance"), { id, revision, kind: "signed", note: null });
  const state = async () => (await built()).assumptions.find((one) => one.id === id)?.signature.state;
  await stateAssumption(as("ld_lead"), stated(id, { ownerId: given.userIds.ld_lead }));
  await sign(2);
  expect(await state()).toBe("signed");
  await stateAssumption(as("finance"), stated(id, { revision: 2, ownerId: given.userIds.executive }));
  expect(await newest()).toMatchObject({
    detail: { was: 100, is: 100, wasOf: given.userIds.ld_lead, isOf: given.userIds.executive },
  });
  expect(await state()).toBe("changed");
  await sign(3);
  expect(await state()).toBe("signed");
});

test("a share typed in per cent is refused beside its field, also in a scenario", async () => {
  const { ids } = await givenBenefitLine(given.study, { used_share: { value: 0.5 } });
  const id = ids.used_share ?? "";
  const share = { key: "volume", unit: "per cent", low: null, high: null };
  await expect(stateAssumption(as("ld_lead"), stated(id, { ...share, value: 35 }))).rejects.toMatchObject({
    fields: { value: ["A share lies between 0 and 1: 0.35 is 35%"] },
  });
  const rate = { key: "discount_rate", initiativeId: null, revision: 0, low: -2, high: null, value: 0.08 };
  await expect(stateAssumption(as("ld_lead"), stated(null, rate))).rejects.toMatchObject({
    fields: { low: [expect.any(String)] },
  });
  const { initiativeId } = given.study;
  await expect(
    keepScenario(as("executive"), { initiativeId, name: "All of it", overrides: { [id]: 50 }, switchedOff: [] }),
  ).rejects.toMatchObject({ code: "invalid-input", message: /outside what it can be/ });
});

test("a value below zero is refused beside its field, whatever the assumption: harm would count as a benefit", async () => {
  const { ids } = await givenBenefitLine(given.study, { value_per_unit: { value: 5 }, hourly_cost: { value: 30 } });
  const refused = { fields: { value: [expect.stringMatching(/^Not below zero/)] } };
  const below = { low: null, high: null };
  for (const key of ["value_per_unit", "hourly_cost"]) {
    const entry = stated(ids[key] ?? "", { key, ...below, value: -5 });
    await expect(stateAssumption(as("ld_lead"), entry)).rejects.toMatchObject(refused);
  }
  const range = stated(ids.value_per_unit ?? "", { key: "value_per_unit", value: 5, low: -1, high: 6 });
  await expect(stateAssumption(as("ld_lead"), range)).rejects.toMatchObject({ fields: { low: [expect.any(String)] } });
  const { initiativeId } = given.study;
  const overrides = { [ids.value_per_unit ?? ""]: -5 };
  await expect(
    keepScenario(as("executive"), { initiativeId, name: "Turned round", overrides, switchedOff: [] }),
  ).rejects.toMatchObject({ code: "invalid-input" });
});

test("a scenario is kept beside the case and never changes it", async () => {
  const { ids, lineId } = await givenBenefitLine(given.study, { volume: { value: 50 }, value_per_unit: { value: 4 } });
  const before = await built();
  const scenario = {
    initiativeId: given.study.initiativeId,
    name: "Half the volume",
    overrides: { [ids.volume ?? ""]: 25, [`effect ${lineId}`]: 0.5 },
    switchedOff: ["first_year_only" as const],
  };
  const { id } = await keepScenario(as("executive"), scenario);
  expect(await newest()).toMatchObject({ action: "scenario.keep", detail: { change: "scenario kept", values: 2 } });
  expect(await built()).toEqual(before);
  const desk = await readCaseDesk(as("ld_lead"), given.study.initiativeId);
  expect(desk).toMatchObject({ may: { edit: true, sign: false, keep: true } });
  expect(desk?.scenarios).toMatchObject([{ id, name: "Half the volume", overrides: scenario.overrides }]);
  expect(await readCaseDesk(stranger(), given.study.initiativeId)).toBeNull();
  await expect(keepScenario(as("finance"), scenario)).rejects.toMatchObject({ code: "conflict" });
  await expect(
    keepScenario(as("finance"), { ...scenario, name: "Other", overrides: { [randomUUID()]: 1 } }),
  ).rejects.toMatchObject({ code: "invalid-input" });
  await expect(keepScenario(given.study.as("manager"), scenario)).rejects.toMatchObject({ code: "forbidden" });
  await expect(keepScenario(stranger(), scenario)).rejects.toMatchObject({ code: "not-found" });
  await expect(removeScenario({ ...given.study.as("executive"), userId: randomUUID() }, { id })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(removeScenario(stranger(), { id })).rejects.toMatchObject({ code: "not-found" });
  await removeScenario(as("ld_lead"), { id });
  expect(await newest()).toMatchObject({ detail: { change: "scenario removed" } });
  expect(
    await inTenant(given.study.orgId, (tx) => tx.select().from(assumptions).where(eq(assumptions.lineId, lineId))),
  ).toHaveLength(2);
});

test("a first statement and a signature sent twice are kept once", async () => {
  const first = stated(null, {
    initiativeId: given.study.initiativeId,
    key: "discount_rate",
    value: 0.05,
    low: 0.03,
    high: 0.08,
  });
  await expectSentOnce({
    table: assumptions,
    viewer: as("ld_lead"),
    send: (by, entryId) => stateAssumption(by, { ...first, entryId }),
  });
  const { ids } = await givenBenefitLine(given.study, { volume: { value: 50 } });
  await expectSentOnce({
    table: assumptionSignatures,
    viewer: as("finance"),
    send: (by, entryId) =>
      signAssumption(by, { entryId, id: ids.volume ?? "", revision: 1, kind: "signed", note: null }),
  });
});
