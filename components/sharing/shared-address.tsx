"use client";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/toaster";
import type { MadeLink } from "@/lib/sharing/make-link";

/** The address of a link that was just made: it is shown this once. */
export function SharedAddress({ made: { token, expiresAt } }: { made: MadeLink }) {
  const formats = useFormats();
  const address = new URL(`/shared/${token}`, window.location.origin).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      announce("Link copied", "Whoever has it can open the report.");
    } catch {
      announce("The link could not be copied", "Copy it from the field by hand.");
    }
  };
  return (
    <div className="space-y-4">
      <Field label="The link" hint="Copy it now: it is kept nowhere and shown this once">
        <Input readOnly value={address} onFocus={({ target }) => target.select()} />
      </Field>
      <p className="text-table text-ink-2">
        It can be opened until {formats.moment(expiresAt)}.{" "}
        <Link className="link" href="/me/links">
          Your links
        </Link>{" "}
        say how often it was, and take it back.
      </p>
      <Button look="primary" onClick={() => void copy()}>
        Copy the link
      </Button>
    </div>
  );
}
