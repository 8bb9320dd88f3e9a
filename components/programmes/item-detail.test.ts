import { expect, test } from "vitest";
import { detailOf, detailWords, typedDetail } from "./item-detail";

test("what is typed of an asset is what is sent and told", () => {
  const typed = { ...typedDetail({}), concise: "yes", actionOriented: "yes" };
  const { detail } = detailOf("asset", typed);
  expect(detail).toEqual({ concise: true, roleSpecific: false, actionOriented: true });
  expect(typedDetail(detail)).toMatchObject({ concise: "yes", roleSpecific: "", actionOriented: "yes" });
  expect(detailWords({ kind: "asset", detail, about: null })).toBe("Not yet role-specific");
});

test("a conversation says with whom and on what, or that it is attached to nothing", () => {
  const detail = { who: "top_performer", frictionId: null } as const;
  expect(detailWords({ kind: "interview", detail, about: null })).toBe(
    "A top performer, not attached to a friction point",
  );
  expect(detailWords({ kind: "interview", detail, about: "Nobody decides" })).toBe(
    "A top performer, on “Nobody decides”",
  );
});

test("what belongs to another kind is not sent", () => {
  const typed = { ...typedDetail({}), where: "The drive", frictionId: "x" };
  expect(detailOf("checkpoint", typed)).toEqual({ kind: "checkpoint", detail: {} });
  expect(detailOf("inventory", typed)).toEqual({ kind: "inventory", detail: { source: "sop", where: "The drive" } });
});
