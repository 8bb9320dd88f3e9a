import type { Metadata } from "next";
import { EstimatorList } from "@/components/methods/estimator-list";
import { EvidenceTable } from "@/components/methods/evidence-table";
import { GradeTable } from "@/components/methods/grade-table";
import { MetricList } from "@/components/methods/metric-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { readMethods } from "@/lib/methods/read-methods";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Methods" };

export default async function MethodsPage() {
  const { metrics, estimators } = await readMethods(await viewerFor("methods.read"), null);
  const formats = await viewerFormats();
  return (
    <>
      <PageHeader
        title="How is each number computed?"
        lead="Every figure has one definition, the same for everybody. A figure links to its place on this page."
      />
      <nav aria-label="On this page" className="mb-8 flex flex-wrap gap-x-6 gap-y-1">
        <a className="link" href="#grades">
          Claim grades
        </a>
        <a className="link" href="#metrics">
          Figures ({metrics.length})
        </a>
        <a className="link" href="#estimators">
          Methods ({estimators.length})
        </a>
        <a className="link" href="#evidence">
          How they were checked
        </a>
      </nav>
      <Section
        id="grades"
        title="Claim grades"
        lead="How strongly a figure may be claimed. The grade follows from the design and its checks; nobody types it in, and it falls by itself when a check fails."
      >
        <GradeTable />
      </Section>
      <Section
        id="metrics"
        title="Figures"
        lead="Each is a numerator over a denominator, counted person by person and then summed over the people of the scope and period."
      >
        {metrics.length > 0 ? <MetricList metrics={metrics} /> : <Empty title="No figure is defined yet" />}
      </Section>
      <Section
        id="estimators"
        title="Methods"
        lead="How effects and intervals are computed, under which assumption, and from which source."
      >
        <EstimatorList estimators={estimators} formats={formats} />
      </Section>
      <Section
        id="evidence"
        title="How the methods were checked"
        lead="Values another program computed from public data, and how far ours are from them; and how often, in studies drawn at random, the interval missed the effect or an effect was found where there was none. At 95% that may happen in one study of twenty."
      >
        <EvidenceTable estimators={estimators} formats={formats} />
      </Section>
    </>
  );
}
