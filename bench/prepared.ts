import { randomUUID } from "node:crypto";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { inImport } from "@/lib/intake/in-import";
import { prepareAnswer } from "@/lib/prepared/prepare-answer";
import { rebuildRollups } from "@/lib/rollups/refresh-rollups";
import { inTenant } from "@/lib/server/tenant-access";
import { readLine } from "@/lib/team/line";
import { findingsOfRaters } from "@/lib/trust/findings-of-raters";
import { readOwnTendencies } from "@/lib/trust/read-own-tendencies";
import { readTrust } from "@/lib/trust/read-trust";
import { trustInRatings } from "@/lib/trust/trust-in-ratings";
import { figuresOfWork } from "@/lib/work/figures/figures-of-work";
import { readMatrix } from "@/lib/work/matrix/read-matrix";
import type { Bench, Figure } from "./bench";
import { onCluster } from "./cluster";
import { count, median, ms, ratio } from "./numbers";
import { givenPreparedOrganisation } from "./prepared-organisation";
import { inTurn, timed } from "./timing";

const sizes = {
  small: [2_000, 50_000, 60_000, 2],
  normal: [10_000, 400_000, 100_000, 3],
  full: [100_000, 5_000_000, 1_000_000, 3],
} as const;

/** What it takes to open /work, trust in ratings and how one rates where the answers are prepared, beside computing them in the request. */
export const prepared: Bench = (scale, say) =>
  onCluster("durable", async ({ owner }) => {
    const [people, jobs, ratings, rounds] = sizes[scale];
    const orgId = await givenPreparedOrganisation(people, jobs, ratings);
    await owner.query("vacuum analyze");
    const rollups = await timed(() => inImport(orgId, (tx) => rebuildRollups(tx, orgId)));
    await owner.query("vacuum analyze");
    say(`rollups in ${ms(rollups)}`);

    const { rows } = await owner.query<{ role: string; top: string; rater: string }>(`
      select (select id from roles limit 1) as role, (select person_id from employments where manager_id is null) as top,
        (select rater_id from observations where source = 'manager' limit 1) as rater`);
    const [found] = rows;
    if (!found) throw new Error("The organisation is empty");
    const viewer = (role: "admin" | "manager", personId: string | null): Viewer => ({
      ...{ orgId, userId: randomUUID(), roles: [role], units: [], personId },
    });
    const [admin, manager] = [viewer("admin", null), viewer("manager", found.rater)];
    const opened = {
      work: () => readMatrix(admin, found.role),
      trust: () => readTrust(admin, 12),
      own: () => readOwnTendencies(manager, null),
    };
    const before = await inTurn(1, opened);
    const told = await Promise.all([opened.work(), opened.trust()]);
    const computed = await inTurn(rounds, {
      work: () => compute(orgId, (tx) => figuresOfWork.compute(tx, orgId, "all")),
      trust: () => compute(orgId, (tx) => trustInRatings.compute(tx, orgId, { months: 12, named: true })),
      own: () => compute(orgId, (tx) => findingsOfRaters.compute(tx, orgId, { months: 12 })),
    });
    for (const [name, question] of [
      [figuresOfWork.name, "all"],
      [trustInRatings.name, { months: 12, named: true }],
      [findingsOfRaters.name, { months: 12 }],
    ] as const)
      await prepareAnswer({ orgId, name, question: JSON.stringify(question) }, worker);
    await inTurn(2, opened);
    const ready = await inTurn(15, opened);
    const line = await inTurn(rounds, {
      direct: () => inTenant(orgId, (tx) => readLine(tx, orgId, found.top, "direct")),
      all: () => inTenant(orgId, (tx) => readLine(tx, orgId, found.top, "all")),
    });
    say(`told before it was prepared: ${told.map((one) => one?.told.kind).join(", ")}`);

    const names = {
      work: "/work: the tasks of a role",
      trust: "/skills/trust: twelve months, raters by name",
      own: "/team: how one rates",
    };
    const figures = (Object.keys(names) as (keyof typeof names)[]).map((name): Figure => {
      const [asked, took] = [median(ready[name]), median(computed[name])];
      return {
        what: `${names[name]}: read prepared, computed, read / computed`,
        measured: `${ms(asked)}, ${ms(took)}, ${ratio(asked / took)}`,
        goal: { wanted: "at most 0.1", met: asked / took <= 0.1 },
      };
    });
    return {
      setting: [
        `${count(people)} people in 10 roles of 10 tasks, ten to a manager, ${count(jobs)} jobs in six months, ${count(ratings)} ratings in two years by managers, peers and systems.`,
        `Medians of ${rounds} rounds computed in turn as the worker does, and of 15 opened in turn when prepared. Durable writes.`,
      ],
      figures: [
        ...figures,
        {
          what: "the same three opened for the first time, when nothing is prepared yet",
          measured: `${ms(median(before.work))}, ${ms(median(before.trust))}, ${ms(median(before.own))}`,
        },
        {
          what: `/team: the line of whoever leads all, direct reports and the first 500 of everybody below, counted`,
          measured: `${ms(median(line.direct))}, ${ms(median(line.all))}`,
        },
      ],
      reading:
        "Reading: what is prepared takes as long to open as its answer is large, however many facts it is made of; computing it is the worker's, which answers one question after the other.",
    };
  });

const compute = (orgId: string, work: (tx: Tx) => Promise<unknown>) => inImport(orgId, work);

const worker = { addJob: async () => ({}), job: { attempts: 1 } } as unknown as Parameters<typeof prepareAnswer>[1];
