import { expect, test } from "vitest";
import { readOnet } from "./onet";
import { buildRoles } from "./roles";

const onet = readOnet("data/onet-subset");
const roles = [...buildRoles(onet).values()];

function words(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9'-]+/g) ?? [];
}

test.each(roles)("the tasks of $title are O*NET's, with words left out and none added", ({ code, tasks }) => {
  for (const task of tasks) {
    const statement = words(onet.tasks.get(code)?.find(({ id }) => id === task.id)?.text ?? "");
    const rest = words(task.name).reduce(
      (left: string[], word) => {
        const at = left.indexOf(word);
        return at < 0 ? [] : left.slice(at + 1);
      },
      [...statement, ""],
    );
    expect(rest, task.name).not.toEqual([]);
  }
});

test("written behaviours belong to the dozen most important skills of the role, and are told apart by their text", () => {
  const behaviours = roles.flatMap((role) => role.behaviours);
  expect(new Set(behaviours.map(([, , , , text]) => text)).size).toBe(behaviours.length);
  for (const role of roles) {
    const important = (onet.skills.get(role.code) ?? []).slice(0, 12);
    for (const [task, skill] of role.behaviours) {
      expect(important).toContain(skill);
      expect(role.tasks.map(({ id }) => id)).toContain(task);
    }
  }
});

test("customer service tasks carry O*NET's own ratings", () => {
  const service = roles.find(({ code }) => code === "43-4051.00");
  expect(service?.tasks.map(({ frequency, impact }) => [frequency, impact])).toEqual([
    [4, 5],
    [4, 4],
    [4, 5],
    [4, 4],
    [3, 4],
    [4, 4],
  ]);
});
