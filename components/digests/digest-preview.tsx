import Link from "next/link";
import { GradeMark } from "@/components/ui/grade-mark";
import { Section } from "@/components/ui/section";
import type { Digest } from "@/lib/digests/digest";

/** What a digest says, as its messages have it. */
export function DigestPreview({ digest }: { digest: Digest }) {
  return digest.sections.map(({ id, title, items, none, href }) => (
    <Section key={id} title={title}>
      {items.length === 0 ? (
        <p className="text-ink-2">{none}</p>
      ) : (
        <ul className="max-w-prose divide-y divide-rule border-y border-rule">
          {items.map(({ text, grade, href: at }) => (
            <li key={text} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
              <Link className="link" href={at}>
                {text}
              </Link>
              {grade ? <GradeMark grade={grade} /> : null}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2">
        <Link className="link" href={href}>
          Open the page
        </Link>
      </p>
    </Section>
  ));
}
