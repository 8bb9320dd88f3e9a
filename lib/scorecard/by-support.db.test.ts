import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { givenCoaches } from "@/test/given-coaches";
import { read, shown } from "@/test/given-scorecard";

afterAll(closePool);

const asked = { period: "2026-Q1", against: "previous", by: "support", show: "reach" };
const groupsOf = (scorecard: Awaited<ReturnType<typeof read>>) =>
  shown(scorecard).breakdown?.groups.map(({ id, state }) => [id, state.kind === "figure" ? state.value : state.kind]);

test("a figure by how much managers support learning, for those who see no team, anew once something more is logged", async () => {
  const { given, act } = await givenCoaches();
  const lead = given.as("ld_lead");
  // The head has no manager: one person, and the next smallest group with it.
  const groups = groupsOf(await read(lead, asked));
  expect(groups).toEqual(
    expect.arrayContaining([
      ["none", 0],
      ["some", 0.4],
      ["regular", "withheld"],
      ["unmanaged", "withheld"],
    ]),
  );
  await act("s", 6);
  await act("r", 6);
  // Nobody is left with some support: r and s are regular now, with 14 of their 20 people reached.
  const later = groupsOf(await read(lead, asked));
  expect(later).not.toEqual(groups);
  expect(later?.map(([id]) => id)).not.toContain("some");
});

test("a level of a single manager is withheld, because it would be their own record", async () => {
  const { given, act } = await givenCoaches();
  await act("s", 6);
  const groups = groupsOf(await read(given.as("ld_lead"), asked)) ?? [];
  expect(groups.find(([id]) => id === "some")?.[1]).toBe("withheld");
});
