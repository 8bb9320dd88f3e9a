"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useSending } from "./use-sending";

type MatchNamesProps = { names: readonly string[] };

/** Says whose account a name in the files is, as an accounts.csv like any other: checked first, in the history, to be undone. */
export function MatchNames({ names }: MatchNamesProps) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const { send, sending, error } = useSending();
  const matched = names.filter((name) => typed[name]?.trim());

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lines = matched.map((name) => `${quoted(name)},${quoted(typed[name]?.trim() ?? "")}\r\n`);
    const file = new File(["account,employee_id\r\n", ...lines], "accounts.csv", { type: "text/csv" });
    void send([{ name: file.name, file, kinds: ["accounts"] }]);
  };
  return (
    <form onSubmit={submit}>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {names.map((name) => (
          <Field key={name} label={<span className="break-all">{name}</span>}>
            <Input
              autoComplete="off"
              value={typed[name] ?? ""}
              placeholder="Employee id or e-mail address"
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <div role="alert">{error ? <p className="mt-2 font-medium text-worse">{error}</p> : null}</div>
      <div className="mt-4">
        <Button type="submit" look="primary" pending={sending !== null} disabled={matched.length === 0}>
          {matched.length === 1 ? "Check 1 match" : `Check ${matched.length} matches`}
        </Button>
      </div>
    </form>
  );
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
