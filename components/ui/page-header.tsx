import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
  /** Freshness, grade or breadcrumbs above the title. */
  above?: ReactNode;
};

/** The one `h1` of a page. */
export function PageHeader({ title, lead, actions, above }: PageHeaderProps) {
  return (
    <header className="mb-8 border-b border-ink pb-4">
      {above ? <div className="mb-2 text-caption text-ink-3">{above}</div> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 text-section [overflow-wrap:anywhere] sm:text-page">{title}</h1>
        {actions ? <div className="screen-only flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {lead ? <div className="mt-2 max-w-prose text-lead text-ink-2">{lead}</div> : null}
    </header>
  );
}
