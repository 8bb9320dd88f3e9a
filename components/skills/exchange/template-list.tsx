import Link from "next/link";
import type { Template } from "@/lib/skills/templates/template";

/** Templates with what stands in them. */
export function TemplateList({ templates }: { templates: readonly Template[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {templates.map(({ key, title, about, tasks, skills }) => (
        <li key={key} className="border-t border-rule pt-3">
          <Link href={`/skills/exchange/templates/${key}`} className="link font-serif text-lead">
            {title}
          </Link>
          <p className="mt-1 max-w-prose text-table text-ink-2">{about}</p>
          <p className="mt-1 text-caption text-ink-3">
            {tasks.length} tasks · {skills.length} skills ·{" "}
            {skills.reduce((sum, skill) => sum + skill.behaviours.length, 0)} behaviours, each with five levels
          </p>
        </li>
      ))}
    </ul>
  );
}
