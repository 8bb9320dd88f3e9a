import type { ItemKind } from "@/lib/programmes/kinds";
import type { ProgrammeItem } from "@/lib/programmes/programme";
import type { Detail, KindDetail } from "@/lib/programmes/programme-input";
import { sourceWords, supportWords, whoWords } from "./words";

/** What a form holds of the detail of an item, whatever its kind: texts, as fields do. */
export type TypedDetail = Record<
  | "who"
  | "frictionId"
  | "source"
  | "where"
  | "support"
  | "concise"
  | "roleSpecific"
  | "actionOriented"
  | "taskId"
  | "behaviourId",
  string
>;

const noDetail: TypedDetail = {
  who: "manager",
  frictionId: "",
  source: "sop",
  where: "",
  support: "recommendation",
  concise: "",
  roleSpecific: "",
  actionOriented: "",
  taskId: "",
  behaviourId: "",
};

/** An item's detail as texts, with what a new one begins with in place of what it does not have. */
export function typedDetail(detail: ProgrammeItem["detail"]): TypedDetail {
  const texts = Object.entries(detail).map(([name, value]) => [
    name,
    value === true ? "yes" : value === false || value === null ? "" : String(value),
  ]);
  return { ...noDetail, ...Object.fromEntries(texts) };
}

const oneOf = <Words extends Record<string, string>>(words: Words, value: string, other: keyof Words): keyof Words =>
  value in words ? (value as keyof Words) : other;

/** What is sent of it, for a kind. */
export function detailOf(kind: ItemKind, typed: TypedDetail): KindDetail {
  const { frictionId, taskId, behaviourId } = typed;
  switch (kind) {
    case "interview":
      return { kind, detail: { who: oneOf(whoWords, typed.who, "other"), frictionId: frictionId || null } };
    case "inventory":
      return { kind, detail: { source: oneOf(sourceWords, typed.source, "other"), where: typed.where } };
    case "task":
      return { kind, detail: { taskId: taskId || null } };
    case "scenario":
      return { kind, detail: { taskId: taskId || null, behaviourId: behaviourId || null } };
    case "asset": {
      const holds = (name: keyof Detail["asset"]) => typed[name] !== "";
      const detail = {
        concise: holds("concise"),
        roleSpecific: holds("roleSpecific"),
        actionOriented: holds("actionOriented"),
      };
      return { kind, detail };
    }
    case "support":
      return { kind, detail: { support: oneOf(supportWords, typed.support, "recommendation") } };
    case "independence":
      return { kind, detail: { behaviourId: behaviourId || null } };
    case "checkpoint":
    case "note":
      return { kind, detail: {} };
  }
}

/** An item's detail in a few words, beside its title; null where its kind has none. */
export function detailWords({ kind, detail, about }: Pick<ProgrammeItem, "kind" | "detail" | "about">): string | null {
  const typed = typedDetail(detail);
  switch (kind) {
    case "interview":
      return `${whoWords[oneOf(whoWords, typed.who, "other")]}${about ? `, on “${about}”` : ", not attached to a friction point"}`;
    case "inventory":
      return [sourceWords[oneOf(sourceWords, typed.source, "other")], typed.where].filter(Boolean).join(", ");
    case "asset": {
      const all = [
        [typed.concise, "concise"],
        [typed.roleSpecific, "role-specific"],
        [typed.actionOriented, "action-oriented"],
      ] as const;
      const lacks = all.filter(([holds]) => holds === "").map(([, word]) => word);
      return lacks.length === 0 ? "Concise, role-specific and action-oriented" : `Not yet ${lacks.join(" or ")}`;
    }
    case "support":
      return supportWords[oneOf(supportWords, typed.support, "recommendation")];
    case "scenario":
      return about ? `In: ${about}` : null;
    default:
      return null;
  }
}
