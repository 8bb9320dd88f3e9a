"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
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
type Typed = TypedDetail & Record<"title" | "note" | "dueOn" | "ownerId", string> & { kind: ItemKind };

/** Adds something to a part of the programme, or changes it. */
export function ItemForm({ initiativeId, part, choices, item }: ItemFormProps) {
  const before: Typed = {
    ...typedDetail(item?.detail ?? {}),
    kind: item?.kind ?? kindsOf[part][0] ?? "note",
    title: item?.title ?? "",
    note: item?.note ?? "",
    dueOn: item?.dueOn ?? "",
    ownerId: item?.ownerId ?? "",
  };
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(before);
  const done = (what: string) => () => {
    setOpen(false);
    announce(what, typed.title);
    if (!item) setTyped(before);
  };
  const adding = useSaving(addItemAction, done("Added"));
  const changing = useSaving(changeItemAction, done("Saved"));
  const dropping = useSaving(settleItemAction, done("Dropped"));
  const saving = item ? changing : adding;
  const submit = () => {
    const { title, note } = typed;
    const common = { title, note, dueOn: typed.dueOn || null, ownerId: typed.ownerId || null };
    const own = { ...common, ...detailOf(typed.kind, typed) };
    if (item) changing.submit({ ...own, id: item.id, revision: item.revision });
    else adding.submit({ ...own, initiativeId, part });
  };
  const field = (name: Exclude<keyof Typed, "kind">) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  return (
    <Dialog
      title={item ? "Edit" : "Add"}
      description={item ? itemKindWords[item.kind] : undefined}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look={item ? "inline" : "secondary"} aria-label={item ? `Edit ${item.title}` : undefined} {...opening}>
          {item ? "Edit" : "Add"}
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {item ? null : (
          <Field label="What it is" error={saving.fields.kind}>
            <Select
              value={typed.kind}
              options={kindsOf[part].map((kind) => ({ value: kind, label: itemKindWords[kind] }))}
              onChange={(change) =>
                setTyped({ ...typed, kind: kindsOf[part].find((kind) => kind === change.target.value) ?? "note" })
              }
            />
          </Field>
        )}
        <Field label={typed.kind === "interview" ? "What they said" : "In a line"} required error={saving.fields.title}>
          <Input {...field("title")} />
        </Field>
        <DetailFields
          kind={typed.kind}
          typed={typed}
          set={(change) => setTyped({ ...typed, ...change })}
          choices={choices}
          error={saving.fields.detail}
        />
        <Field label="Note" error={saving.fields.note} hint="Others will read it; nothing about single people">
          <Textarea rows={3} {...field("note")} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Due on" error={saving.fields.dueOn}>
            <Input type="date" {...field("dueOn")} />
          </Field>
          <Field label="Owner" error={saving.fields.ownerId}>
            <Select
              options={[
                { value: "", label: "Nobody" },
                ...choices.owners.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              {...field("ownerId")}
            />
          </Field>
        </div>
        <SaveError message={saving.message ?? dropping.message} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" pending={saving.pending}>
            {item ? "Save" : "Add it"}
          </Button>
          {item && item.state === "open" ? (
            <Button
              type="button"
              pending={dropping.pending}
              onClick={() => dropping.submit({ id: item.id, revision: item.revision, state: "dropped" })}
            >
              Drop it
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}
