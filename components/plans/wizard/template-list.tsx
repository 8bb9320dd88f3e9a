import Link from "next/link";
import { Section } from "@/components/ui/section";
import type { WizardOptions } from "@/lib/plans/wizard/read-options";
import { kpiFor, planTemplates, templateHref } from "@/lib/plans/wizard/templates";

/** Starting points, before anything is chosen. */
export function TemplateList({ kpis }: { kpis: WizardOptions["kpis"] }) {
  return (
    <Section
      title="Start from a template"
      lead="Plans that many begin with. Each fills in a part of what follows, and all of it can be changed."
    >
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {planTemplates.map((template) => {
          const kpi = kpiFor(template, kpis);
          return (
            <li key={template.id} className="border-t border-rule py-3">
              <Link className="link font-medium" href={templateHref(template, kpi?.code ?? null)}>
                {template.title}
              </Link>
              <p className="mt-1 text-table text-ink-2">{template.fits}</p>
              <p className="mt-1 text-table text-ink-2">{template.because}</p>
              <p className="mt-1 text-table text-ink-3">
                {template.judgedBy}: {kpi ? `here ${kpi.name}.` : "no KPI of such a name is measured here yet."}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
