type ContentsProps = { parts: readonly { id: string; title: string }[] };

/** Where the parts of a long page begin; stays in reach while it is read. */
export function Contents({ parts }: ContentsProps) {
  return (
    <nav
      aria-label="On this page"
      className="screen-only sticky top-14 z-10 mb-8 overflow-x-auto border-b border-rule bg-paper"
    >
      <ul className="flex gap-x-5">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="target inline-flex items-center py-1 text-table whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
