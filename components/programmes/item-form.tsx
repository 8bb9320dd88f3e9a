"use client";
import { nobody } from "@/components/choices/search-choice";
import { UserChoice } from "@/components/choices/user-choice";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import type { Choice } from "@/lib/access/choosing/choosable";
import { addItemAction, changeItemAction, settleItemAction } from "@/lib/programmes/actions";
import { type ItemKind, kindsOf, type ProgrammePart } from "@/lib/programmes/kinds";
import type { Choices, ProgrammeItem } from "@/lib/programmes/programme";
import { DetailFields } from "./detail-fields";
import { detailOf, type TypedDetail, typedDetail } from "./item-detail";
import { itemKindWords } from "./words";

type ItemFormProps = {
  initiativeId: string;
  part: ProgrammePart;
  choices: Choices;
  /** Null: a new one. */
  item: ProgrammeItem | null;
};
type Typed = TypedDetail &
  Record<"title" | "note" | "dueOn", string> & {
    kind: ItemKind;
    owner: Choice;
    /** Of the item as it was when somebody began to type. */
    revision: number;
  };

/** Adds something to a part of the programme, or changes it. */
export function ItemForm({ initiativeId, part, choices, item }: ItemFormProps) {
  const before: Typed = {
    ...typedDetail(item?.detail ?? {}),
    kind: item?.kind ?? kindsOf[part][0] ?? "note",
    title: item?.title ?? "",
    note: item?.note ?? "",
    dueOn: item?.dueOn ?? "",
    owner: item?.ownerId ? { id: item.ownerId, name: item.owner ?? "", hint: null } : nobody,
    revision: item?.revision ?? 0,
  };
  const dropping = useSaving(settleItemAction, () => announce("Dropped", item?.title));
  return (
    <DialogForm<Typed, unknown>
      title={item ? "Edit" : "Add"}
      description={item ? itemKindWords[item.kind] : undefined}
      trigger={(opening) => (
        <Button look={item ? "inline" : "secondary"} aria-label={item ? `Edit ${item.title}` : undefined} {...opening}>
          {item ? "Edit" : "Add"}
        </Button>
      )}
      initial={before}
      submit={item ? "Save" : "Add it"}
      beside={
        item && item.state === "open" ? (
          <Button
            pending={dropping.pending}
            onClick={() => dropping.submit({ id: item.id, revision: item.revision, state: "dropped" })}
          >
            Drop it
          </Button>
        ) : null
      }
      send={(typed, entryId) => {
        const { title, note } = typed;
        const common = { title, note, dueOn: typed.dueOn || null, ownerId: typed.owner.id || null };
        const own = { ...common, ...detailOf(typed.kind, typed) };
        return item
          ? changeItemAction({ ...own, id: item.id, revision: typed.revision })
          : addItemAction({ ...own, entryId, initiativeId, part });
      }}
      done={(_, { title }) => [item ? "Saved" : "Added", title]}
    >
      {({ typed, set, control, errors }) => (
        <>
          {item ? null : (
            <Field label="What it is" error={errors.kind}>
              <Select
                options={kindsOf[part].map((kind) => ({ value: kind, label: itemKindWords[kind] }))}
                {...control("kind")}
              />
            </Field>
          )}
          <Field label={typed.kind === "interview" ? "What they said" : "In a line"} required error={errors.title}>
            <Input {...control("title")} />
          </Field>
          <DetailFields kind={typed.kind} typed={typed} set={set} choices={choices} error={errors.detail} />
          <Field label="Note" error={errors.note} hint="Others will read it; nothing about single people">
            <Textarea rows={3} {...control("note")} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Due on" error={errors.dueOn}>
              <Input type="date" {...control("dueOn")} />
            </Field>
            <Field label="Owner" error={errors.ownerId}>
              <UserChoice to="programme" value={typed.owner} fixed={[nobody]} onChoose={(owner) => set({ owner })} />
            </Field>
          </div>
          <SaveError message={dropping.message} />
        </>
      )}
    </DialogForm>
  );
}
