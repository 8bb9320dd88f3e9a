"use client";
import { useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { LiveRegion } from "@/components/ui/live-region";
import type { PublicError } from "@/lib/errors";
import { previewAction } from "@/lib/skills/exchange/actions";
import type { ChoiceGroup } from "@/lib/skills/exchange/choices";
import type { Source } from "@/lib/skills/exchange/input";
import type { Preview } from "@/lib/skills/exchange/preview";
import { ChoiceTable } from "./choice-table";
import { PreviewOf } from "./preview-of";
import { TakeForm } from "./take-form";

type ChooseAndTakeProps = {
  source: Source;
  title: string;
  groups: readonly ChoiceGroup[];
  drafts: readonly { id: string; title: string }[];
};

/** Choose, see what would change, take it into a draft. */
export function ChooseAndTake({ source, title, groups, drafts }: ChooseAndTakeProps) {
  const items = groups.flatMap((group) => group.items);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(items.filter(({ usual }) => usual).map(({ key }) => key)),
  );
  const [draftId, setDraftId] = useState<string | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<PublicError | null>(null);
  const [isLooking, startLooking] = useTransition();

  const choose = (keys: string[], isTaken: boolean) => {
    setPreview(null);
    setChosen((before) => {
      const after = new Set(before);
      for (const key of keys) {
        if (isTaken) after.add(key);
        else after.delete(key);
      }
      return after;
    });
  };
  const look = () =>
    startLooking(async () => {
      const result = await answered(previewAction({ source, chosen: [...chosen], draftId }));
      setPreview(result.ok ? result.data : null);
      setError(result.ok ? null : result.error);
    });

  return (
    <div className="space-y-6">
      {groups.map((group) => {
        const taken = group.items.filter(({ key }) => chosen.has(key)).length;
        return (
          <Disclosure
            key={group.id}
            open={group.items.some(({ usual }) => usual)}
            className="border-b border-rule"
            summary={
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-serif text-lead font-semibold">{group.title}</span>
                <span className="text-table text-ink-2">
                  {taken} of {group.items.length} chosen
                </span>
              </span>
            }
          >
            <ChoiceTable group={group} chosen={chosen} onChoose={choose} />
          </Disclosure>
        );
      })}
      <TakeForm
        source={source}
        suggestion={title}
        chosen={chosen}
        drafts={drafts}
        draftId={draftId}
        onDraft={(id) => {
          setDraftId(id);
          setPreview(null);
        }}
      >
        <Button onClick={look} pending={isLooking} disabled={chosen.size === 0}>
          Show what would change
        </Button>
      </TakeForm>
      <LiveRegion>
        {error ? (
          <p role="alert" className="border-l-4 border-worse bg-paper-2 px-4 py-2">
            {error.message}
          </p>
        ) : null}
        {preview ? <PreviewOf preview={preview} intoDraft={draftId !== null} /> : null}
      </LiveRegion>
    </div>
  );
}
