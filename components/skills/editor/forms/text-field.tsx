"use client";
import { type ReactNode, useRef } from "react";
import { useCommit } from "@/components/skills/editor/use-commit";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Fault } from "@/lib/skills/tree/fault";
import { blank } from "@/lib/skills/wording/blank";

type TextFieldProps = {
  /** Node and field. */
  place: string;
  label: ReactNode;
  value: string;
  onCommit: (typed: string) => readonly Fault[];
  hint?: ReactNode;
  hideLabel?: boolean;
  required?: boolean;
  rows?: number;
  /** What stands below, about what is typed so far. `put` writes another text into the field and takes it, or leaves the cursor at its blank. */
  below?: (typed: string, put: (text: string) => void) => ReactNode;
};

/** A text that is taken when the field is left. Escape puts back what was there. */
export function TextField({ place, label, value, onCommit, hint, below, rows = 1, ...field }: TextFieldProps) {
  const { typed, change, finish, leave, problems } = useCommit(place, value, onCommit);
  const control = useRef<HTMLTextAreaElement>(null);
  const put = (text: string) => {
    change(text);
    const at = text.indexOf(blank);
    if (at < 0) return void finish(text);
    control.current?.focus();
    requestAnimationFrame(() => control.current?.setSelectionRange(at, at + blank.length));
  };
  return (
    <div>
      <Field label={label} hint={hint} error={problems} {...field}>
        <Textarea
          ref={control}
          rows={rows}
          value={typed}
          onChange={(event) => change(event.target.value)}
          onBlur={() => finish()}
          onKeyDown={(event) => {
            if (event.key === "Escape") leave();
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) finish();
          }}
        />
      </Field>
      {below?.(typed, put)}
    </div>
  );
}
