import { expect, test, vi } from "vitest";
import type { TaxonomyModel } from "@/components/skills/tree/taxonomy-model";
import { createTreeView } from "@/components/skills/tree/tree-view";
import type { Result } from "@/lib/errors";
import { treeOf } from "@/lib/skills/tree/apply-changes";
import { addRole } from "@/lib/skills/tree/edits/add";
import { setFields } from "@/lib/skills/tree/edits/set-fields";
import type { Change, RoleNode } from "@/lib/skills/tree/node";
import { indexTree } from "@/lib/skills/tree/tree-index";
import { createDraftSession } from "./draft-session";
import type { Step } from "./step";

const driver: RoleNode = { kind: "role", id: "a", name: "Driver", summary: null, ownerId: null, source: null };

type Answer = Result<{ standsAt: number; lastEdit: number; changes?: Change[] }>;

function given(answer: (step: Step, at: number) => Promise<Answer>) {
  const index = indexTree(treeOf([driver]));
  const model: TaxonomyModel = {
    view: createTreeView({ index, expanded: [], active: null }),
    version: 1,
    inForce: index.tree,
    owners: new Map(),
    usage: {},
    openComments: {},
    minimumGroupSize: 5,
    drafting: null,
  };
  const sent: [Step["kind"], number][] = [];
  const session = createDraftSession({
    model,
    standing: { standsAt: 4, lastEdit: 4 },
    keep: () => {},
    send: (step, at) => {
      sent.push([step.kind, at]);
      return answer(step, at);
    },
  });
  const names = () => model.view.index().roles.map(({ name }) => name);
  return { session, sent, names };
}
const stands = (standsAt: number, lastEdit = standsAt): Answer => ({ ok: true, data: { standsAt, lastEdit } });

test("an edit shows at once and is saved upon where the draft stands", async () => {
  const { session, sent, names } = given((_step, at) => Promise.resolve(stands(at + 1)));
  session.edit((index) => setFields(index, ["a"], { name: "Courier" }));
  session.edit((index) => addRole(index, { id: "b", name: "Packer" }));
  expect(names()).toEqual(["Courier", "Packer"]);
  await vi.waitFor(() => expect(session.line.state()).toEqual({ kind: "saved" }));
  expect(sent).toEqual([
    ["edit", 4],
    ["edit", 5],
  ]);
});

test("what stands against an edit is told, and nothing changes", () => {
  const { session, sent, names } = given(() => Promise.reject(new Error("not asked")));
  const faults = session.edit((index) => addRole(index, { id: "b", name: "Driver" }));
  expect(faults).toMatchObject([{ nodeId: "b", field: "name" }]);
  expect(names()).toEqual(["Driver"]);
  expect(sent).toEqual([]);
});

test("undo and redo show at once what this tab has done itself", async () => {
  const { session, names } = given((step, at) => Promise.resolve(step.kind === "undo" ? stands(4, 5) : stands(at + 1)));
  session.edit((index) => setFields(index, ["a"], { name: "Courier" }));
  session.undo();
  expect(names()).toEqual(["Driver"]);
  session.redo();
  expect(names()).toEqual(["Courier"]);
  await vi.waitFor(() => expect(session.line.state()).toEqual({ kind: "saved" }));
});

test("after a reload undo asks the server what to take back, and shows that", async () => {
  const changes: Change[] = [{ id: "a", before: driver, after: { ...driver, name: "Wagoner" } }];
  const { session, names } = given(() => Promise.resolve({ ok: true, data: { standsAt: 3, lastEdit: 4, changes } }));
  expect(session.canUndo()).toBe(true);
  session.undo();
  await vi.waitFor(() => expect(names()).toEqual(["Wagoner"]));
  expect(session.canRedo()).toBe(true);
});
