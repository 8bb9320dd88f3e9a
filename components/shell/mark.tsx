/** The mark: one continuous line through steps. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" className="shrink-0">
      <path
        d="M2 24h6.5c2.2 0 3-1.6 3-3.2V20c0-1.8 1-3 3-3h3c2 0 3-1.2 3-3v-1c0-3 1.4-5 4-5H30"
        fill="none"
        stroke="var(--line)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
