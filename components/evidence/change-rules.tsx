"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { changeRulesAction, previewRulesAction } from "@/lib/evidence/actions";
import type { RulesPreview } from "@/lib/evidence/preview-rules";
import type { EvidenceRules } from "@/lib/evidence/rules";
import { PreviewMoves } from "./preview-moves";
import { RuleFieldsets } from "./rule-fieldsets";
import { useRulesForm } from "./use-rules-form";

type ChangeRulesProps = { version: number; rules: EvidenceRules };

/** Types the next version of the rules, shows what it would change, and puts it in force. */
export function ChangeRules({ version, rules }: ChangeRulesProps) {
  const form = useRulesForm(rules);
  const [why, setWhy] = useState("");
  const [preview, setPreview] = useState<RulesPreview | null>(null);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const router = useRouter();

  const look = () => {
    const read = form.read();
    if (!read) return setError(incomplete);
    startTransition(async () => {
      const result = await answered(previewRulesAction({ rules: read }));
      setError(result.ok ? null : result.error);
      setPreview(result.ok ? result.data : null);
    });
  };
  const save = (submitted: FormEvent) => {
    submitted.preventDefault();
    const read = form.read();
    if (!read) return setError(incomplete);
    startTransition(async () => {
      const result = await answered(changeRulesAction({ rules: read, why, basedOn: version }));
      if (!result.ok) return setError(result.error);
      announce(`Version ${result.data.version} is in force`, "Skill states are being computed anew.");
      router.push("/skills/evidence");
    });
  };
  return (
    <form onSubmit={save} noValidate>
      <RuleFieldsets form={form} onChange={() => setPreview(null)} />
      <div className="mb-6 max-w-prose">
        <Field label="Why" required hint="Stands in the history for everybody to read" error={error?.fields.why}>
          <Textarea rows={3} value={why} onChange={({ target }) => setWhy(target.value)} />
        </Field>
      </div>
      <div aria-live="polite" className="mb-6">
        {preview ? <PreviewMoves preview={preview} /> : null}
      </div>
      <div role="alert">{error ? <p className="mb-3 font-medium text-worse">{error.message}</p> : null}</div>
      <div className="flex flex-wrap gap-2">
        <Button type="button" onClick={look} pending={pending}>
          Show what would change
        </Button>
        <Button look="primary" type="submit" disabled={!preview} pending={pending}>
          Put version {version + 1} in force
        </Button>
        <LinkButton href="/skills/evidence" look="plain">
          Leave as it is
        </LinkButton>
      </div>
      {preview ? null : (
        <p className="mt-2 text-caption text-ink-3">
          A version can be put in force once what it would change was shown.
        </p>
      )}
    </form>
  );
}

const incomplete: PublicError = { code: "invalid-input", message: "Some numbers need another look", fields: {} };
