import { type ReactNode, useId } from "react";

type SectionProps = {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Anchor in the page's address. */
  id?: string;
};

/** A part of a page under an `h2`, set apart by a rule and white space. */
export function Section({ title, lead, actions, children, id }: SectionProps) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={heading} className="mb-12 scroll-mt-20">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-rule pb-2">
        <h2 id={heading} className="text-lead sm:text-section">
          {title}
        </h2>
        {actions ? <div className="screen-only flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {lead ? <div className="mb-4 max-w-prose text-body text-ink-2">{lead}</div> : null}
      {children}
    </section>
  );
}
