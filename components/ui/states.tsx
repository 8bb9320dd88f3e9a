import { Ban, Clock, EyeOff, History, type LucideIcon, SearchX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

type FrameProps = {
  Icon?: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  look?: string;
  role?: "status" | "alert";
};

function Frame({ Icon, title, children, actions, look, role }: FrameProps) {
  return (
    <div role={role} className={classNames("border-l-4 px-4 py-3", look ?? "border-rule-2 bg-paper-2")}>
      <p className="flex items-start gap-2 font-semibold">
        {Icon ? <Icon aria-hidden="true" size={17} className="mt-1 shrink-0" /> : null}
        <span>{title}</span>
      </p>
      {children ? <div className="mt-1 max-w-prose text-ink-2">{children}</div> : null}
      {actions ? <div className="screen-only mt-3 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}

type Words = { title: ReactNode; children?: ReactNode; actions?: ReactNode };

/** Nothing is here yet: what will stand here and how to get it. `children` may hold a sample. */
export function Empty(props: Words) {
  return <Frame {...props} />;
}

/** An answer that needs more time. `until` is written out ("March 2027"), `why` a sentence. */
export function TooEarly({ until, why }: { until: string; why: ReactNode }) {
  return (
    <Frame Icon={Clock} title={`Too early to tell until ${until}`} look="border-comparison bg-early">
      {why}
    </Frame>
  );
}

/** Too few people to show anything without showing somebody. */
export function Withheld({ minimum, why }: { minimum: number; why?: ReactNode }) {
  return (
    <Frame Icon={EyeOff} title="Withheld" look="hatched border-flat">
      <span className="box-decoration-clone bg-withheld text-ink">
        {why ?? `Groups of fewer than ${minimum} people are not shown, so that nobody can be singled out.`}
      </span>
    </Frame>
  );
}

/** The data cannot answer; `help` says what would. */
export function NotEstimable({ reason, help }: { reason: ReactNode; help?: ReactNode }) {
  return (
    <Frame Icon={Ban} title="Cannot be estimated">
      <p>{reason}</p>
      {help ? <p className="mt-1">What would help: {help}</p> : null}
    </Frame>
  );
}

type ErrorStateProps = {
  happened: ReactNode;
  safe: ReactNode;
  todo: ReactNode;
  id?: string | undefined;
  actions?: ReactNode;
};

/** What happened, what is safe, what to do, and an id to quote. */
export function ErrorState({ happened, safe, todo, id, actions }: ErrorStateProps) {
  return (
    <Frame Icon={TriangleAlert} title={happened} actions={actions} look="border-worse bg-paper-2" role="alert">
      <p>{safe}</p>
      <p>{todo}</p>
      {id ? <p className="mt-1 text-table">Reference: {id}</p> : null}
    </Frame>
  );
}

/** Also for what exists and may not be seen: the two look the same. */
export function NotFoundState({ what = "This page", actions }: { what?: string; actions?: ReactNode }) {
  return (
    <Frame Icon={SearchX} title={`${what} does not exist, or your role does not include it`} actions={actions}>
      Check the address, or ask an administrator which role you need.
    </Frame>
  );
}

/** What is asked for is being computed; it shows by itself when it is ready. */
export function Preparing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Frame Icon={Clock} title={title} role="status">
      {children}
    </Frame>
  );
}

/** The figures are older than the data: since when, and what happens next. */
export function Stale({ since, children }: { since: string; children?: ReactNode }) {
  return (
    <Frame Icon={History} title={`Not up to date since ${since}`} look="border-comparison bg-early" role="status">
      {children}
    </Frame>
  );
}
