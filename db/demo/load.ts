import { rmSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { defaultFolder } from "@/db/embedded";
import { identities } from "@/db/schema/people";
import { businessUnits } from "@/db/schema/structure";
import { demoSignIns } from "@/lib/access/demo-sign-ins";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { createOrganisation } from "@/lib/governance/create-organisation";
import { importFolder } from "@/lib/intake/import-folder";
import { inTenant } from "@/lib/server/tenant-access";
import { setTarget } from "@/lib/targets/targets";
import { type DemoTruth, generateDemo } from "./generate";
import { addSignals } from "./signals";
import { drawWorkMap } from "./work-map";

const demoOrganisation = { slug: "meridian-works", name: "Meridian Works" };

/** A second organisation, so that a leak would show: a real study (see its README) and an administrator of its own. */
const otherOrganisation = { slug: "supported-work", name: "National Supported Work" };
export const otherSignIn = { email: "admin@supported-work.example", password: "look around freely" };

const demoTargets = [
  { metric: "reach_in_flow", target: 0.97 },
  { metric: "first_time_right", target: 0.95 },
  { metric: "regretted_attrition", target: 4 },
];

const attribution =
  "This product includes information from the O*NET 30.1 Database by the U.S. Department of Labor, Employment and Training " +
  "Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Throughline has modified " +
  "all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.";

/** Somebody of the employee's team, to review work with. Signs in as the others do. */
export const colleagueSignIn = { email: "colleague@demo.throughline.example", password: "look around freely" };

type Options = { log(line: string): void; folder?: string; people?: number };

/** Fills an empty database with the demo, through the intake like anybody's files. */
export async function loadDemo({ log, folder = path.join(defaultFolder(), "demo"), people = 1200 }: Options) {
  rmSync(folder, { recursive: true, force: true });
  const truth = await generateDemo({ folder, people });
  const { orgId } = await createOrganisation({
    ...demoOrganisation,
    currency: "EUR",
    notices: ["Meridian Works and everybody in it are made up.", attribution],
  });
  await takeIn(orgId, folder, log);
  await addUsers(orgId, truth.signIns);
  await drawWorkMap(founder(orgId));
  for (const target of demoTargets) await setTarget(founder(orgId), target);
  log(`system signals: ${await addSignals(orgId, founder(orgId))} ratings`);
  rmSync(folder, { recursive: true, force: true });

  const other = await createOrganisation({ ...otherOrganisation, locale: "en-US", currency: "USD" });
  await takeIn(other.orgId, path.resolve("test/fixtures/nsw"), log);
  await createUser(founder(other.orgId), { ...otherSignIn, name: "Robin Other", roles: [{ role: "admin" }] });
}

async function takeIn(orgId: string, folder: string, log: Options["log"]) {
  const reports = await importFolder({ orgId, userId: null, folder, createMissingPeople: false });
  for (const { fileName, status, rows, rejected, faults } of reports) {
    if (status !== "done" || rejected > 0) {
      const [first] = faults;
      throw new Error(
        `The demo's ${fileName} was not taken whole: ${first ? `line ${first.line}, ${first.reason}` : status}`,
      );
    }
    log(`${fileName}: ${rows} rows`);
  }
}

async function addUsers(orgId: string, signIns: DemoTruth["signIns"]) {
  const known = await inTenant(orgId, async (tx) => ({
    people: new Map(
      (await tx.select().from(identities).where(eq(identities.kind, "employee_id"))).map((row) => [
        row.value,
        row.personId,
      ]),
    ),
    units: new Map((await tx.select().from(businessUnits)).map((row) => [row.path, row.id])),
  }));
  const operations = known.units.get("Meridian Works / Operations");
  const personOf = (signIn: { employeeId: string } | null) => signIn && known.people.get(signIn.employeeId);
  for (const { role, email, name, password } of demoSignIns) {
    const tied = role === "manager" ? signIns.manager : role === "employee" ? signIns.employee : null;
    const personId = personOf(tied);
    await createUser(founder(orgId), {
      email,
      name: tied?.name ?? name,
      password,
      roles: [role === "hrbp" ? { role, unitId: operations } : { role }],
      ...(personId ? { personId } : {}),
    });
  }
  const colleague = personOf(signIns.colleague);
  if (signIns.colleague && colleague) {
    const { name } = signIns.colleague;
    await createUser(founder(orgId), { ...colleagueSignIn, name, roles: [{ role: "employee" }], personId: colleague });
  }
}

function founder(orgId: string): Viewer {
  return { orgId, userId: null, roles: ["admin"], units: [], personId: null };
}
