"use client";
import { useState } from "react";
import { useFormats } from "@/components/ui/formats-provider";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { settleItemAction } from "@/lib/programmes/actions";
import { type Choices, isOverdue, type ProgrammeItem, type SetupFact } from "@/lib/programmes/programme";
import { detailWords } from "./item-detail";
import { ItemForm } from "./item-form";
import { SetupFacts } from "./setup-facts";
import { itemKindWords } from "./words";

type ItemRowProps = {
  initiativeId: string;
  item: ProgrammeItem;
  facts: readonly SetupFact[];
  /** Null for viewers who may not edit. */
  choices: Choices | null;
  today: string;
};

/** One step: ticked, dropped or open, whose it is and until when, and what the app finds beside it. */
export function ItemRow({ initiativeId, item, facts, choices, today }: ItemRowProps) {
  const { id, title, note, state, owner, kind, key, revision } = item;
  const formats = useFormats();
  const [asked, setAsked] = useState<boolean | null>(null);
  const { submit, pending, message } = useSaving(settleItemAction, () => {
    setAsked(null);
    announce("Kept", title);
  });
  const late = isOverdue(item, today);
  const ticked = pending && asked !== null ? asked : state === "done";
  const words = detailWords(item);
  const facets = [key === null ? itemKindWords[kind] : null, words, owner, whenWords(item, late, formats.date)].filter(
    (part) => part !== null,
  );
  return (
    <li className="border-b border-rule py-2">
      <div className="flex items-start gap-2">
        <label className="target -mx-2 -my-1 flex w-8 shrink-0 cursor-pointer items-start justify-center pt-2.5 max-sm:-mx-3.5 max-sm:w-11">
          <input
            type="checkbox"
            aria-label={`Done: ${title}`}
            className="size-4 shrink-0 accent-line"
            checked={ticked}
            disabled={choices === null}
            onChange={(change) => {
              setAsked(change.target.checked);
              submit({ id, revision, state: change.target.checked ? "done" : "open" });
            }}
          />
        </label>
        <div className="min-w-0 flex-1">
          <p className="font-medium">{state === "dropped" ? <del>{title}</del> : title}</p>
          <p className={late ? "text-table font-medium text-worse" : "text-table text-ink-3"}>{facets.join(" · ")}</p>
          {note ? <p className="max-w-prose text-table whitespace-pre-line text-ink-2">{note}</p> : null}
          <SetupFacts facts={facts} />
          <SaveError message={message} />
        </div>
        {choices ? (
          <span className="screen-only shrink-0">
            <ItemForm key={revision} initiativeId={initiativeId} part={item.part} choices={choices} item={item} />
          </span>
        ) : null}
      </div>
    </li>
  );
}

function whenWords(item: ProgrammeItem, late: boolean, date: (day: string) => string): string | null {
  const { state, dueOn, settledOn, settledBy } = item;
  if (state !== "open" && settledOn) {
    return `${state === "done" ? "done" : "dropped"} on ${date(settledOn)}${settledBy ? ` by ${settledBy}` : ""}`;
  }
  if (dueOn === null) return null;
  return late ? `overdue since ${date(dueOn)}` : `due on ${date(dueOn)}`;
}
