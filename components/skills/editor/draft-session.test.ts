import { expect, test, vi } from "vitest";
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
  const view = createTreeView({ index, expanded: [], active: null });
  const kept: (readonly Step[])[] = [];
  const sent: [Step["kind"], number][] = [];
  const session = createDraftSession({
    view,
    standing: { standsAt: 4, lastEdit: 4 },
    keep: (steps) => void kept.push(steps),
    send: (step, at) => {
      sent.push([step.kind, at]);
      return answer(step, at);
    },
  });
  const names = () => view.index().roles.map(({ name }) => name);
  return { session, view, sent, kept, names };
}
const conflict: Answer = { ok: false, error: { code: "conflict", message: "Changed elsewhere", fields: {} } };
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

test("a draft read again is put underneath what waits, and the keyboard stays at a row that is not saved yet", async () => {
  let elsewhere = true;
  const { session, view, sent, names } = given((_step, at) =>
    Promise.resolve(elsewhere ? conflict : stands(Math.max(at, 6) + 1)),
  );
  session.edit((index) => addRole(index, { id: "b", name: "Packer" }));
  view.go("b");
  await vi.waitFor(() => expect(session.line.state().kind).toBe("conflict"));
  const waiting = session.line.waiting().map(({ label, changes }) => ({ label, changes: changes ?? [] }));
  elsewhere = false;
  let passed = view.active();
  view.subscribe(() => {
    passed = passed === "b" ? view.active() : passed;
  });
  session.rebase(treeOf([{ ...driver, name: "Chauffeur" }]), { standsAt: 6, lastEdit: 6 }, waiting);
  expect(passed).toBe("b");
  expect(names().toSorted()).toEqual(["Chauffeur", "Packer"]);
  await vi.waitFor(() => expect(session.line.state()).toEqual({ kind: "saved" }));
  expect(sent).toEqual([
    ["edit", 4],
    ["edit", 6],
  ]);
  session.undo();
  expect(names()).toEqual(["Chauffeur"]);
});

test("a draft read again with nothing waiting can be undone and redone as it stands there", () => {
  const { session, kept } = given(() => Promise.reject(new Error("not asked")));
  session.rebase(treeOf([driver]), { standsAt: 3, lastEdit: 5 }, []);
  expect([session.canUndo(), session.canRedo()]).toEqual([true, true]);
  session.rebase(treeOf([driver]), { standsAt: 0, lastEdit: 0 }, []);
  expect([session.canUndo(), session.canRedo()]).toEqual([false, false]);
  expect(session.line.state()).toEqual({ kind: "saved" });
  expect(kept).toEqual([]);
});
