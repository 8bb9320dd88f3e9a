import Link from "next/link";
import { Section } from "@/components/ui/section";
import { templates } from "@/lib/surveys/templates";

/** Where a form may start from. */
export function TemplateList() {
  return (
    <Section title="Start from a template" id="templates">
      <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {templates.map(({ id, name, use }) => (
          <li key={id} className="border-s-4 border-rule ps-4">
            <Link href={`/surveys/new?template=${id}`} className="link target font-semibold">
              {name}
            </Link>
            <p className="text-ink-2">{use}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
