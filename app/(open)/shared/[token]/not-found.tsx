import { Mark } from "@/components/shell/mark";

/** The same for a link that ran out, was taken back or never was. */
export default function SharedNotFound() {
  return (
    <main className="mx-auto max-w-xl px-4 py-8">
      <title>Shared report · Throughline</title>
      <p className="mb-6 flex items-center gap-2 font-serif text-lead font-semibold">
        <Mark />
        Throughline
      </p>
      <h1 className="mb-4 text-section sm:text-page">There is nothing at this address</h1>
      <p className="max-w-prose text-ink-2">
        The link may have run out, been taken back or not been copied whole. Ask whoever sent it for a new one.
      </p>
    </main>
  );
}
