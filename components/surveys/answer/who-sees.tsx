import type { Form } from "@/lib/surveys/answering/read-form";

/** What becomes of an answer, before it is given. */
export function WhoSees({ named, minimum, initiative }: Pick<Form, "named" | "minimum" | "initiative">) {
  return (
    <section aria-labelledby="who-sees" className="mt-8 border-t border-rule pt-4 text-table text-ink-2">
      <h2 id="who-sees" className="mb-2 text-body font-semibold text-ink">
        Who sees what you answer
      </h2>
      <ul className="list-disc space-y-1 ps-5">
        {named ? (
          <li>
            Your answers are stored with your name, so that they can be counted by unit once the survey is closed.
            Nobody is shown them by name. You find them in your own export.
          </li>
        ) : (
          <li>
            Your answers carry no name, not this link, and no time but the day. Nobody can tell which of the answers are
            yours, and they cannot be changed later.
          </li>
        )}
        <li>
          HR, learning leads and executives see figures, shown only when at least {minimum} people have answered, and
          then by {minimum} at a time.
        </li>
        <li>What you write in your own words is shown as you write it. Leave out what would give somebody away.</li>
        {initiative ? (
          <li>
            They also count, beside other evidence, in what is said of “{initiative}”. They are never used to rate you.
          </li>
        ) : (
          <li>They are never used to rate you.</li>
        )}
      </ul>
    </section>
  );
}
