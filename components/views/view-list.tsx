"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { changeViewAction, removeViewAction } from "@/lib/marks/views/actions";
import type { SavedView } from "@/lib/marks/views/read-views";

type ViewListProps = { views: readonly SavedView[]; onOpened: () => void; onChanged: () => void };

/** One's own views. */
export function ViewList({ views, onOpened, onChanged }: ViewListProps) {
  return (
    <section aria-labelledby="own-views">
      <h3 id="own-views" className="text-body font-semibold">
        Yours
      </h3>
      {views.length === 0 ? <p className="text-ink-2">You have saved none of this page yet.</p> : null}
      <ul>
        {views.map((view) => (
          <OwnView key={view.id} view={view} onOpened={onOpened} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function OwnView({ view, onOpened, onChanged }: Omit<ViewListProps, "views"> & { view: SavedView }) {
  const { id, name, isShared, isFirst, gone } = view;
  const [typed, setTyped] = useState<string | null>(null);
  const done = (what: string) => () => {
    setTyped(null);
    announce(what, name);
    onChanged();
  };
  const changing = useSaving(changeViewAction, done("View changed"));
  const removing = useSaving(removeViewAction, done("View removed"));
  if (typed !== null) {
    return (
      <li className="border-b border-rule py-2">
        <form
          noValidate
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            changing.submit({ id, name: typed });
          }}
        >
          <Field label={`New name of ${name}`} error={changing.fields.name ?? changing.message ?? undefined}>
            <Input autoFocus value={typed} maxLength={80} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <Button type="submit" pending={changing.pending}>
            Rename
          </Button>
          <Button look="plain" onClick={() => setTyped(null)}>
            Cancel
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li className="border-b border-rule py-2">
      <p className="[overflow-wrap:anywhere]">
        {gone ? (
          name
        ) : (
          <Link className="link" href={view.href} onClick={onOpened}>
            {name}
          </Link>
        )}
        <span className="text-caption text-ink-3">
          {gone ? ` ${goneWords[gone]}` : ""}
          {isShared ? " shared" : ""}
          {isFirst ? " your first view" : ""}
        </span>
      </p>
      <p className="flex flex-wrap gap-x-4">
        {gone ? null : (
          <>
            <Button look="inline" aria-label={`Rename ${name}`} onClick={() => setTyped(name)}>
              Rename
            </Button>
            <Button
              look="inline"
              aria-label={`${isShared ? "Stop sharing" : "Share"} ${name}`}
              pending={changing.pending}
              onClick={() => changing.submit({ id, isShared: !isShared })}
            >
              {isShared ? "Stop sharing" : "Share"}
            </Button>
            <Button
              look="inline"
              aria-label={`${isFirst ? "Do not open" : "Open"} ${name} first`}
              pending={changing.pending}
              onClick={() => changing.submit({ id, isFirst: !isFirst })}
            >
              {isFirst ? "Not first any more" : "Open first"}
            </Button>
          </>
        )}
        <Button
          look="inline"
          aria-label={`Remove ${name}`}
          pending={removing.pending}
          onClick={() => removing.submit({ id })}
        >
          Remove
        </Button>
      </p>
      <SaveError message={changing.message ?? removing.message} />
    </li>
  );
}

/** Why a view cannot be opened. What is gone and what one may not see any more look the same. */
const goneWords: Record<NonNullable<SavedView["gone"]>, string> = {
  org: "the whole organisation is not yours to see any more",
  line: "your reporting line is gone",
  unit: "its unit is gone",
  site: "its site is gone",
  role: "its role is gone",
  team: "its team is gone",
  initiative: "its initiative is gone",
  part: "part of what it compares is gone",
};

type SharedProps = Omit<ViewListProps, "onChanged"> & { onMore: (() => void) | null };

/** What others share of this page. */
export function SharedViews({ views, onOpened, onMore }: SharedProps) {
  if (views.length === 0 && !onMore) return null;
  return (
    <section aria-labelledby="shared-views">
      <h3 id="shared-views" className="text-body font-semibold">
        Shared by others
      </h3>
      <ul>
        {views.map(({ id, name, href, by }) => (
          <li key={id} className="border-b border-rule py-2 [overflow-wrap:anywhere]">
            <Link className="link target" href={href} onClick={onOpened}>
              {name}
            </Link>
            <span className="text-caption text-ink-3">{by ? `, ${by}` : ""}</span>
          </li>
        ))}
      </ul>
      {onMore ? (
        <Button look="inline" onClick={onMore}>
          Show more
        </Button>
      ) : null}
    </section>
  );
}
