import { rmSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { defaultFolder } from "@/db/embedded";
import { memberships } from "@/db/schema/access";
import { identities } from "@/db/schema/people";
import { businessUnits } from "@/db/schema/structure";
import { demoSignIns } from "@/lib/access/demo-sign-ins";
import { createUser } from "@/lib/access/users";
import type { Viewer } from "@/lib/access/viewer";
import { createOrganisation } from "@/lib/governance/create-organisation";
import { importFiles } from "@/lib/intake/import-files";
import { readFolder } from "@/lib/intake/read-folder";
import { inTenant } from "@/lib/server/tenant-access";
import { setTarget } from "@/lib/targets/targets";
import { addDevelopment } from "./development/add-development";
import { addUserOf } from "./development/managers";
import { tellHistory } from "./development/version-history";
import { type DemoTruth, demoCalendar, demoSeed, generateDemo } from "./generate";
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
  // People and the versions of the taxonomy first: observations note the version they were made under.
  await takeIn(orgId, folder, log, isPeople);
  await addUsers(orgId, truth.signIns);
  const author = await addAuthor(orgId, folder, truth.signIns);
  await takeIn(orgId, folder, log, (name) => !isPeople(name));
  await drawWorkMap(founder(orgId));
  for (const target of demoTargets) await setTarget(founder(orgId), { ...target, basedOn: null });
  log(`system signals: ${await addSignals(orgId, founder(orgId))} ratings`);
  const { manager, employee, colleague } = truth.signIns;
  await addDevelopment(orgId, {
    seed: demoSeed,
    ...demoCalendar,
    observingTeams: truth.observingTeams,
    signIns: {
      manager: manager?.employeeId ?? null,
      employee: employee?.employeeId ?? null,
      colleague: colleague?.employeeId ?? null,
    },
    author,
    now: new Date(),
    log,
  });
  rmSync(folder, { recursive: true, force: true });

  const other = await createOrganisation({ ...otherOrganisation, locale: "en-US", currency: "USD" });
  await takeIn(other.orgId, path.resolve("test/fixtures/nsw"), log);
  await createUser(founder(other.orgId), { ...otherSignIn, name: "Robin Other", roles: [{ role: "admin" }] });
}

const isPeople = (name: string) => path.basename(name) === "people.csv";

async function takeIn(orgId: string, folder: string, log: Options["log"], which = (_: string) => true) {
  const files = (await readFolder(folder)).filter(({ name }) => /(\.csv|(^|\/)study\.json)$/.test(name) && which(name));
  const reports = await importFiles({ orgId, userId: null, files, createMissingPeople: false });
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

/** Who prepares the taxonomy, beside the L&D lead who publishes it; the past versions are theirs. */
async function addAuthor(orgId: string, folder: string, { learningLead }: DemoTruth["signIns"]): Promise<Viewer> {
  const { name, email } = learningLead ?? { name: "Ilse Author", email: "author@demo.throughline.example" };
  return inTenant(orgId, async (tx) => {
    const [lead] = await tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(eq(memberships.role, "ld_lead"));
    const userId = await addUserOf(tx, orgId, { name, email, role: "ld_lead" });
    const by = { author: userId, publisher: lead?.userId ?? userId };
    await tellHistory(tx, orgId, path.join(folder, "organisation/skills.csv"), by);
    return { orgId, userId, roles: ["ld_lead"], units: [], personId: null };
  });
}

function founder(orgId: string): Viewer {
  return { orgId, userId: null, roles: ["admin"], units: [], personId: null };
}
