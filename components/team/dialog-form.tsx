"use client";
import { type FormEvent, type ReactElement, type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { announce } from "@/components/ui/toaster";
import type { OpeningProps } from "@/components/ui/use-opening";
import type { FieldErrors, PublicError, Result } from "@/lib/errors";

type Change = { target: { value: string } };
type Form<Typed> = {
  typed: Typed;
  set(part: Partial<Typed>): void;
  /** What a control of this field needs. */
  control<Name extends keyof Typed>(name: Name): { value: Typed[Name]; onChange(change: Change): void };
  errors: FieldErrors;
};
type DialogFormProps<Typed, Data> = {
  title: string;
  description: string;
  trigger: (opening: OpeningProps) => ReactElement;
  empty: Typed;
  submit: string;
  send(typed: Typed): Promise<Result<Data>>;
  /** What is announced once it was taken: a title and a sentence. */
  done(data: Data, typed: Typed): readonly [title: string, sentence: string];
  children(form: Form<Typed>): ReactNode;
};

/** A dialog with one form. What was typed stays until it is taken, errors stand beside their field and above the button. */
export function DialogForm<Typed extends Record<string, string>, Data>(props: DialogFormProps<Typed, Data>) {
  const { title, description, trigger, empty, submit, send, done, children } = props;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(empty);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await send(typed);
      if (!result.ok) return setError(result.error);
      announce(...done(result.data, typed));
      setError(null);
      setTyped(empty);
      setOpen(false);
    });
  };
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const control = <Name extends keyof Typed>(name: Name) => ({
    value: typed[name],
    // A list offers nothing but the values its field may have.
    onChange: ({ target }: Change) => setTyped({ ...typed, [name]: target.value as Typed[Name] }),
  });
  return (
    <Dialog title={title} description={description} open={open} onOpenChange={setOpen} trigger={trigger}>
      <form onSubmit={onSubmit} noValidate className="space-y-4">
        {children({ typed, set, control, errors: error?.fields ?? {} })}
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          {submit}
        </Button>
      </form>
    </Dialog>
  );
}
