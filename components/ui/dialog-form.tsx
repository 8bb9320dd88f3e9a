"use client";
import { type FormEvent, type ReactElement, type ReactNode, useState } from "react";
import type { FieldErrors, Result } from "@/lib/errors";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { SaveError } from "./save-error";
import { announce } from "./toaster";
import type { OpeningProps } from "./use-opening";
import { useSaving } from "./use-saving";

type Change = { target: { value: string } };
type Texts<Typed> = { [Name in keyof Typed]: Typed[Name] extends string ? Name : never }[keyof Typed];
type Form<Typed> = {
  typed: Typed;
  set(part: Partial<Typed>): void;
  /** What a control of this field needs. */
  control<Name extends Texts<Typed>>(name: Name): { value: Typed[Name]; onChange(change: Change): void };
  errors: FieldErrors;
};
type DialogFormProps<Typed, Data> = {
  title: string;
  description?: ReactNode;
  trigger: (opening: OpeningProps) => ReactElement;
  /** What stands in it until something is typed. */
  initial: Typed;
  submit: string;
  /** `entryId`: of what is added; the same as long as what was typed stays. */
  send(typed: Typed, entryId: string): Promise<Result<Data>>;
  /** What is announced once it was taken: a title and a sentence. Null: it was not, and the dialog stays. */
  done(data: Data, typed: Typed): readonly [title: string, sentence?: string | undefined] | null;
  children(form: Form<Typed>): ReactNode;
  /** Buttons beside the one that sends, such as one that removes. */
  beside?: ReactNode;
};

/**
 * A dialog with one form. What was typed stays until it is taken, also while the dialog is closed, unless what it changes has become another by the
 * time it is opened again; errors stand beside their field and above the button.
 */
export function DialogForm<Typed extends Record<string, unknown>, Data>(props: DialogFormProps<Typed, Data>) {
  const { title, description, trigger, initial, submit, send, done, children, beside } = props;
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState<{ typed: Typed; from: string } | null>(null);
  const typed = changed?.typed ?? initial;
  const from = JSON.stringify(initial);
  const saving = useSaving(send, (data) => {
    const said = done(data, typed);
    if (!said) return;
    announce(...said);
    setChanged(null);
    setOpen(false);
  });
  const onOpenChange = (next: boolean) => {
    setOpen(next);
    // What is refused after it was closed is told when it is opened again.
    if (!next) return saving.forget();
    if (changed?.from === from) return;
    setChanged(null);
    saving.startAnew();
  };
  const set = (part: Partial<Typed>) => setChanged({ typed: { ...typed, ...part }, from: changed?.from ?? from });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // What was sent as it stood is kept as what was typed is, and with it its id.
    set({});
    saving.submit(typed);
  };
  const control = <Name extends Texts<Typed>>(name: Name) => ({
    value: typed[name],
    // A list offers nothing but the values its field may have.
    onChange: ({ target }: Change) => set({ [name]: target.value } as Partial<Typed>),
  });
  return (
    <Dialog title={title} description={description} open={open} onOpenChange={onOpenChange} trigger={trigger}>
      <form onSubmit={onSubmit} noValidate className="space-y-4">
        {children({ typed, set, control, errors: saving.fields })}
        <SaveError message={saving.message} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" pending={saving.pending}>
            {submit}
          </Button>
          {beside}
        </div>
      </form>
    </Dialog>
  );
}
