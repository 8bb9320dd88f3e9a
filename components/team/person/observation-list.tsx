import Link from "next/link";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Empty } from "@/components/ui/states";
import { StatusText } from "@/components/ui/status-text";
import { levelWords } from "@/lib/evidence/levels";
import type { Formats } from "@/lib/format/formats";
import type { Observed, Timeline } from "@/lib/team/person/timeline";

type ObservationListProps = {
  timeline: Timeline;
  /** Who was seen: files are theirs. */
  personId: string;
  formats: Formats;
  /** Whose page it stands on. */
  whose: "your" | "their";
  /** What can be done with one. */
  action?: (observed: Observed) => ReactNode;
};

/** Shown at once; the others open on request. */
const open = 12;

/** What was seen, newest first: by whom, which behaviour, which level and what that means, and what was added to it. */
export function ObservationList({ timeline, personId, formats, whose, action }: ObservationListProps) {
  const { total, latest } = timeline;
  if (total === 0) {
    return (
      <Empty title="Nothing was observed yet">
        Once somebody rates a behaviour at {whose} work, it stands here with who saw it, when and what they wrote.
      </Empty>
    );
  }
  const list = (some: readonly Observed[]) => (
    <ol className="divide-y divide-rule border-y border-rule">
      {some.map((observed) => (
        <li key={observed.id} id={`observation-${observed.id}`} className="scroll-mt-20 py-3">
          <Item observed={observed} personId={personId} formats={formats} whose={whose} />
          {action?.(observed)}
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {total > latest.length ? (
        <p className="mb-2 text-table text-ink-2">
          The latest {formats.number(latest.length)} of {formats.number(total)}
          {whose === "your" ? "; all of them are in your export" : ""}.
        </p>
      ) : null}
      {list(latest.slice(0, open))}
      {latest.length > open ? (
        <Disclosure summary={`${formats.number(latest.length - open)} earlier ones`}>
          {list(latest.slice(open))}
        </Disclosure>
      ) : null}
    </>
  );
}

type ItemProps = Pick<ObservationListProps, "personId" | "formats" | "whose"> & { observed: Observed };

function Item({ observed, personId, formats, whose }: ItemProps) {
  const { at, behaviour, skill, level, anchor, note, artefact, files, struckAt, ofTeam } = observed;
  const whole = Math.round(level) as keyof typeof levelWords;
  return (
    <div className={struckAt ? "text-ink-3" : undefined}>
      <p className="text-caption text-ink-3">
        {formats.date(at)} · {seenBy(observed, whose)} · {skill}
        {ofTeam ? " · of the team" : ""}
      </p>
      <p className={struckAt ? "line-through" : undefined}>{behaviour}</p>
      <p className="text-table">
        <span className="font-semibold">
          Level {formats.number(level, { decimals: Number.isInteger(level) ? 0 : 1 })}
        </span>{" "}
        {anchor ?? levelWords[whole] ?? ""}
        {partsText(observed)}
      </p>
      {note ? <p className="mt-1 max-w-prose border-l-2 border-rule pl-3 text-table break-words">“{note}”</p> : null}
      {artefact ? (
        <p className="mt-1 text-table break-all">
          {/^https?:\/\//.test(artefact) ? (
            <a className="link" href={artefact} rel="noreferrer noopener" target="_blank">
              {artefact}
            </a>
          ) : artefact.startsWith("/reviews/") ? (
            <Link className="link" href={artefact}>
              The work that was reviewed
            </Link>
          ) : (
            artefact
          )}
        </p>
      ) : null}
      {files.length > 0 ? (
        <p className="mt-1 text-table text-ink-2">
          With{" "}
          {files.map(({ id, name }) => (
            <a
              key={id}
              className="link mr-2"
              href={`/api/observe/files/${personId}/${id}`}
              target="_blank"
              rel="noopener"
            >
              {name}
            </a>
          ))}
        </p>
      ) : null}
      {struckAt ? (
        <StatusText status="warn">Struck on {formats.date(struckAt)}: it stays here and counts nowhere</StatusText>
      ) : observed.contest === "open" ? (
        <StatusText status="waiting">Contested: it counts until it is answered</StatusText>
      ) : null}
    </div>
  );
}

function seenBy({ source, rater }: Observed, whose: "your" | "their"): string {
  if (source === "self")
    return whose === "your" ? "your own view, never counted as seen" : "own view, never counted as seen";
  if (source === "peer") return "a colleague";
  if (source === "system") return rater ? `a system, by the rule “${rater}”` : "a system";
  return rater ? `${rater}, manager` : "a manager";
}

function partsText({ independent, accurate, consistent }: Observed): string {
  const words = [
    independent === null ? null : independent ? "alone" : "with help",
    accurate === null ? null : accurate ? "right" : "with errors",
    consistent === null ? null : consistent ? "every time" : "not every time",
  ].filter((word) => word !== null);
  return words.length > 0 ? ` · ${words.join(", ")}` : "";
}
