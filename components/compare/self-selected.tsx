/** The warning that goes with every comparison of people by what they used. */
export function SelfSelected({ children }: { children: string }) {
  return (
    <p className="mt-4 max-w-prose border-l-4 border-comparison bg-early px-4 py-2 text-body text-ink">{children}</p>
  );
}
