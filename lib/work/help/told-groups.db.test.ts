import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { givenData } from "@/test/factory";
import { readHelp } from "./read-help";

afterAll(closePool);

/** Twelve people in one line; those named ask about a topic, and those named help. */
async function given(topics: Record<string, { askers: string[]; helpers: string[] }>) {
  const names = [...Array.from({ length: 6 }, (_, at) => `A${at}`), ...Array.from({ length: 6 }, (_, at) => `H${at}`)];
  const rows = Object.entries(topics).flatMap(([topic, { askers, helpers }]) =>
    askers.flatMap((asker, at) =>
      helpers.map(
        (helper, of) => `${topic}-${at}-${of},${asker},2025-03-${10 + at}T09:00:00Z,,${helper},30,,${topic},chat`,
      ),
    ),
  );
  return givenData({
    "people.csv": `employee_id,role,hourly_cost\n${names.map((name, at) => `${name},clerk,${30 + at}`).join("\n")}\n`,
    "skills.csv": "role,task,skill\nclerk,refund,typing\n",
    "work_events.csv": "event_id,employee_id,task,completed_at\nw,A0,refund,2025-03-31T10:00:00Z\n",
    "help_requests.csv": `request_id,employee_id,asked_at,answered_at,helper_id,minutes,task,topic,channel\n${rows.join("\n")}\n`,
  });
}

const all = ["A0", "A1", "A2", "A3", "A4", "A5"];
const six = ["H0", "H1", "H2", "H3", "H4", "H5"];

test("two topics that the same two people answer do not tell their pay by subtraction, although topic by topic they are enough", async () => {
  const { as } = await given({
    Tax: { askers: all, helpers: ["H0", "H1"] },
    Customs: { askers: all, helpers: ["H0", "H1", "H2"] },
    Refunds: { askers: all, helpers: six },
    Returns: { askers: all, helpers: six },
  });
  const { topics, total } = await readHelp(as("executive"));
  expect(total).toMatchObject({ cost: expect.any(Number), minutes: expect.any(Number) });
  const told = topics.groups.filter(({ cost }) => cost !== "withheld").map(({ id }) => id);
  // Two and three helpers are five by topic and three by people: one of the others goes with them.
  expect(told).toHaveLength(1);
  expect(topics.groups.filter(({ minutes }) => minutes !== "withheld").map(({ id }) => id)).toEqual(told);
});

test("what few ask about in two topics is not what is left of the total either", async () => {
  const { as } = await given({
    Tax: { askers: ["A0", "A1", "A2"], helpers: six },
    Customs: { askers: ["A0", "A1", "A2"], helpers: six },
    Refunds: { askers: all, helpers: six },
    Returns: { askers: all, helpers: six },
  });
  const { topics } = await readHelp(as("executive"));
  expect(topics.groups).toHaveLength(1);
  expect(topics.withheld).toEqual({ groups: 3, requests: 36 + 36 });
});
