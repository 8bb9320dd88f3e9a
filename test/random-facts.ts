import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type EventTable, eventKinds } from "@/lib/intake/facts/event-kinds";
import type { Source } from "@/lib/metrics/person-columns";
import { prepareTouched } from "@/lib/rollups/touched";
import { inTenant } from "@/lib/server/tenant-access";
import { insertRow as insert } from "./insert-row";
import { idsFrom, randomFrom } from "./random-from";
import { givenSmallOrganisation } from "./small-organisation";

/** Events a rollup reads. */
type RolledUp = Exclude<EventTable, "help_requests">;

export type RandomFacts = Awaited<ReturnType<typeof givenRandomFacts>>;
const verbs = [
  "accessed",
  "completed",
  "passed",
  "failed",
  "certified",
  "shared",
  "nudged",
  "assigned",
  "asked",
  "rated",
];

/**
 * A small organisation whose facts can be written, corrected and taken back at random; every change is noted in `touched`. The seed decides
 * everything but the id of the organisation, ids of people and skills included: rows are chosen by them.
 */
export async function givenRandomFacts(seed: number, peopleCount = 14) {
  const random = randomFrom(seed);
  const nextId = idsFrom(seed);
  const { orgId, units, sites, teams, roles, tasks, behaviours, activities, kpis } =
    await givenSmallOrganisation(nextId);
  const batch = nextId();
  const people = Array.from({ length: peopleCount }, nextId);

  const day = (from = 0, to = 400) => new Date(Date.UTC(2025, 0, 1 + from + random.int(to - from)));
  const date = (at: Date) => at.toISOString().slice(0, 10);
  const touch = (tx: Tx, person: string, month: string | null, source: Source) =>
    tx.execute(sql`insert into touched (person_id, month, source) values (${person}, ${month}, ${source})`);

  async function employ(tx: Tx, person: string) {
    await tx.execute(sql`delete from employments where person_id = ${person}`);
    await tx.execute(sql`delete from employment_events where person_id = ${person}`);
    const hire = -60 + random.int(200);
    const exit = random.next() < 0.4 ? hire + 20 + random.int(500) : null;
    const cuts = [hire, hire + 40 + random.int(120), hire + 200 + random.int(100)].filter(
      (cut) => exit === null || cut < exit,
    );
    const at = (offset: number) => date(new Date(Date.UTC(2025, 0, 1 + offset)));
    await tx.execute(sql`update people set hire_date = ${at(hire)}, exit_date = ${exit === null ? null : at(exit)},
      exit_type = ${random.pick(["voluntary", "involuntary", null])}, regretted = ${random.maybe(random.next() < 0.5)}
      where id = ${person}`);
    for (const [index, cut] of cuts.entries()) {
      const next = cuts[index + 1] ?? exit;
      await insert(tx, "employments", {
        org_id: orgId,
        person_id: person,
        starts_on: at(cut),
        ends_on: next === null || next === undefined ? null : at(next),
        unit_id: random.maybe(random.pick(units)),
        site_id: random.pick(sites),
        team_id: random.pick(teams),
        role_id: random.pick(roles),
      });
      const event = index === 0 ? "hire" : random.pick(["promotion", "lateral_move", "transfer"]);
      await insert(tx, "employment_events", {
        org_id: orgId,
        person_id: person,
        occurred_on: at(cut),
        event,
        batch_id: batch,
      });
    }
    await touch(tx, person, null, "place");
  }

  async function learn(tx: Tx, at = day()) {
    const person = random.pick(people);
    await insert(tx, "learning_events", {
      org_id: orgId,
      person_id: person,
      occurred_at: at.toISOString(),
      event_id: nextId(),
      activity_id: random.pick(activities),
      verb: random.pick(verbs),
      success: random.maybe(random.next() < 0.8),
      score: random.maybe(random.next()),
      seconds: random.maybe(random.int(900)),
      before_task_id: random.maybe(random.pick(tasks)),
      assigned_by: random.maybe(random.pick(["self", "system", "manager", "peer"])),
      batch_id: batch,
    });
    await touch(tx, person, date(at), "learning");
  }

  async function work(tx: Tx, at = day(), person = random.pick(people)) {
    await insert(tx, "work_events", {
      org_id: orgId,
      person_id: person,
      completed_at: at.toISOString(),
      event_id: nextId(),
      task_id: random.pick(tasks),
      started_at: random.maybe(new Date(at.getTime() - random.int(7200) * 1000).toISOString()),
      outcome: random.maybe(random.pick(["ok", "ok", "ok", "error", "reopened", "escalated"])),
      assisted: random.maybe(random.next() < 0.1),
      quality: random.maybe(random.next()),
      batch_id: batch,
    });
    await touch(tx, person, date(at), "work");
  }
  async function observe(tx: Tx, at = day()) {
    const person = random.pick(people);
    await insert(tx, "observations", {
      org_id: orgId,
      person_id: person,
      observation_id: nextId(),
      observed_at: at.toISOString(),
      behaviour_id: random.pick(behaviours),
      level: 1 + random.int(5),
      source: random.pick(["manager", "peer", "self", "system"]),
      rater_id: random.maybe(random.pick(people)),
      independent: random.maybe(random.next() < 0.5),
      accurate: random.maybe(random.next() < 0.5),
      consistent: random.maybe(random.next() < 0.5),
      struck_at: random.next() < 0.1 ? date(at) : null,
      batch_id: batch,
    });
    await touch(tx, person, date(at), "observation");
  }

  async function measure(tx: Tx, at = day()) {
    const person = random.pick(people);
    const whole = random.next() < 0.5;
    await insert(tx, "kpi_values", {
      org_id: orgId,
      person_id: person,
      kpi_id: random.pick(kpis),
      ends_on: date(at),
      value: whole ? random.next() * 1e6 : null,
      numerator: whole ? null : random.int(10),
      denominator: whole ? null : random.int(20),
      batch_id: batch,
    });
    await touch(tx, person, date(at), "kpi");
  }

  /** Takes back, or moves to another day, one random row of a table. */
  async function correct(tx: Tx, table: RolledUp, change: "delete" | "move") {
    const { when, source } = eventKinds[table];
    const column = sql.identifier(when);
    const { rows } = await tx.execute<{ person_id: string; at: string; ctid: string; tableoid: string }>(sql`
      select person_id, ${column}::text as at, ctid::text, tableoid::text from ${sql.identifier(table)}
      order by md5(${column}::text || person_id::text || ${String(random.next())}) limit 1`);
    const row = rows[0];
    if (!row) return;
    const same = sql`ctid = ${row.ctid}::tid and tableoid = ${row.tableoid}::oid`;
    await touch(tx, row.person_id, row.at.slice(0, 10), source);
    if (change === "delete") return tx.execute(sql`delete from ${sql.identifier(table)} where ${same}`);
    const moved = day();
    await tx.execute(sql`update ${sql.identifier(table)} set ${column} = ${moved.toISOString()} where ${same}`);
    return touch(tx, row.person_id, date(moved), source);
  }

  const add = { learning_events: learn, work_events: work, observations: observe };

  async function changeSomething(tx: Tx) {
    const table = random.pick(["learning_events", "work_events", "observations"] as const);
    const acts = [
      learn,
      learn,
      work,
      work,
      observe,
      observe,
      measure,
      (inside: Tx) => employ(inside, random.pick(people)),
    ];
    const draw = random.next();
    if (draw < 0.2) await correct(tx, table, "delete");
    else if (draw < 0.4) await correct(tx, table, "move");
    else await random.pick(acts)(tx);
  }

  async function changeOnly(tx: Tx, table: RolledUp | "kpi_values" | "people") {
    if (table === "people") return employ(tx, random.pick(people));
    if (table === "kpi_values") return measure(tx);
    const draw = random.next();
    if (draw < 0.2) await correct(tx, table, "delete");
    else if (draw < 0.4) await correct(tx, table, "move");
    else await add[table](tx);
  }

  await inTenant(orgId, async (tx) => {
    await prepareTouched(tx);
    for (const [i, id] of people.entries()) {
      await insert(tx, "people", { org_id: orgId, id, employee_id: `E${i}`, batch_id: batch });
      await employ(tx, id);
    }
  });

  return {
    orgId,
    random,
    people,
    units,
    roles,
    sites,
    teams,
    kpis,
    learn,
    work,
    observe,
    measure,
    employ,
    changeSomething,
    changeOnly,
    day,
  };
}
