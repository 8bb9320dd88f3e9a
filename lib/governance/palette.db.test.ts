import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { businessUnits } from "@/db/schema/structure";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";
import { readPalette } from "./read-palette";

afterAll(closePool);

async function givenUnits() {
  const organisation = await givenOrganisation();
  const paths = ["Acme", "Acme / Service", "Acme / Service / Billing", "Acme / Service 100%"];
  const rows = await inTenant(organisation.orgId, (tx) =>
    tx
      .insert(businessUnits)
      .values(paths.map((path) => ({ orgId: organisation.orgId, path, name: path.split(" / ").at(-1) ?? path })))
      .returning({ id: businessUnits.id, path: businessUnits.path }),
  );
  const idOf = (path: string) => rows.find((row) => row.path === path)?.id ?? "";
  return { ...organisation, idOf };
}

const isUnit = ({ href }: { href: string }) => href.startsWith("/scorecard");
const labels = (items: { label: string; href: string }[]) => items.filter(isUnit).map(({ label }) => label);

test("units are found by name, and signs of a pattern mean themselves", async () => {
  const { as, idOf } = await givenUnits();
  const found = await readPalette(as("executive"), "billing");
  expect(found).toMatchObject([
    { label: "Billing", href: `/scorecard?scope=unit:${idOf("Acme / Service / Billing")}` },
  ]);
  expect(labels(await readPalette(as("executive"), "100%"))).toEqual(["Service 100%"]);
  expect(await readPalette(as("executive"), "_")).toEqual([]);
});

test("a business partner finds the units they serve and those below, not a unit of a similar name", async () => {
  const { as, idOf } = await givenUnits();
  const partner = as("hrbp", { units: [idOf("Acme / Service")] });
  expect(labels(await readPalette(partner, ""))).toEqual(["Service", "Billing"]);
});

test("a manager and an employee find no units, and another organisation finds none of ours", async () => {
  const { as } = await givenUnits();
  const theirs = await givenOrganisation();
  expect(await readPalette(as("manager"), "")).toEqual([]);
  expect(await readPalette(as("employee"), "")).toEqual([]);
  expect(labels(await readPalette(theirs.as("admin"), ""))).toEqual([]);
});

test("the calendar and the design wizard are found by those who may open them; a NUL finds nothing rather than failing", async () => {
  const { as } = await givenOrganisation();
  const hrefs = async (role: "ld_lead" | "hrbp" | "manager", words: string) =>
    (await readPalette(as(role), words)).map(({ href }) => href);
  expect(await hrefs("ld_lead", "")).toEqual(["/calendar", "/initiatives/new"]);
  expect(await hrefs("hrbp", "calendar")).toEqual(["/calendar"]);
  expect(await hrefs("hrbp", "new init")).toEqual([]);
  expect(await hrefs("manager", "calendar")).toEqual([]);
  expect(await hrefs("ld_lead", "none\0such")).toEqual([]);
});
