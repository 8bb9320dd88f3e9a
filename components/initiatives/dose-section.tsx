import { CurveChart } from "@/components/charts/curve-chart";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { NotEstimable, Withheld } from "@/components/ui/states";
import type { DoseResponse, MeasuredDose } from "@/lib/evaluation/dose-response/dose-response";
import type { Plan, PlanKpi } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { type EffectScale, effectScale } from "@/lib/initiatives/effect-scale";
import { ComplierEffect } from "./complier-effect";
import { bendText, doseSentence } from "./dose-words";
import { pText } from "./p-text";

type DoseSectionProps = {
  dose: DoseResponse;
  results: readonly MethodResult[];
  kpi: PlanKpi;
  plan: Plan;
  minimum: number;
  dataVersion: string;
  formats: Formats;
};

/** Those who used it, and how much: an association, and beside it what assignment says of those who took part. */
export function DoseSection({ dose, results, kpi, plan, minimum, dataVersion, formats }: DoseSectionProps) {
  const scale = effectScale(kpi, plan);
  const complier = results.find(({ role, method }) => role === "primary" && method.startsWith("cace_wald"));
  const small = dose.status === "estimated" && dose.measures.some(({ bins }) => bins.some(({ n }) => n < minimum));
  return (
    <Section
      title="Those who used it"
      id="use"
      lead={dose.status === "estimated" && !small ? doseSentence(dose, kpi.direction, scale, formats) : undefined}
    >
      {dose.status === "not_estimable" ? <NotEstimable reason={dose.reason} /> : null}
      {small ? <Withheld minimum={minimum} /> : null}
      {dose.status === "estimated" && !small ? (
        <>
          <p className="mb-3 max-w-prose">
            People chose how much to use it, and those who choose more differ in other ways too: this is an association,
            grade C at best, and not what more use would do. {formats.number(dose.users)} of {formats.number(dose.n)}{" "}
            {plan.design === "phased" ? "people who had started by the beginning of the follow-up" : "trained people"}{" "}
            used it between their exposure and the end of the follow-up.
          </p>
          <Disclosure summary="Change by use, drawn">
            <div className="grid gap-x-10 lg:grid-cols-2">
              {dose.measures.map((measured) => (
                <DosePicture
                  key={measured.measure}
                  measured={measured}
                  dose={dose}
                  kpi={kpi}
                  scale={scale}
                  plan={plan}
                  dataVersion={dataVersion}
                  formats={formats}
                />
              ))}
            </div>
          </Disclosure>
        </>
      ) : null}
      {complier ? <ComplierEffect result={complier} scale={scale} formats={formats} /> : null}
    </Section>
  );
}

type DosePictureProps = Pick<DoseSectionProps, "kpi" | "plan" | "dataVersion" | "formats"> & {
  measured: MeasuredDose;
  dose: Extract<DoseResponse, { status: "estimated" }>;
  scale: EffectScale;
};

function DosePicture({ measured, dose, kpi, scale, plan, dataVersion, formats }: DosePictureProps) {
  const { measure, bins, slope } = measured;
  const share = formats.percent(dose.confidence, { decimals: 0 });
  const most = Math.max(...bins.map(({ mean_dose: at }) => at));
  const count = (value: number) => formats.number(value, { significant: 3 });
  const bend = bendText(measured);
  const rows = bins.map((bin, at) => ({
    id: String(at),
    cells: {
      from: { text: doseRange(measured, at, count), sort: bin.from },
      mean: { text: count(bin.mean_dose), sort: bin.mean_dose },
      n: { text: formats.number(bin.n), sort: bin.n },
      change:
        bin.estimate === null
          ? null
          : { text: scale.text(formats, bin.estimate, bin.ci), sort: scale.value(bin.estimate) },
      monotone: { text: scale.text(formats, bin.monotone, null), sort: scale.value(bin.monotone) },
    },
  }));
  return (
    <CurveChart
      title={`Change in “${kpi.name}” by ${measure === "uses" ? "number of uses" : "minutes of use"}`}
      answer={bend ?? undefined}
      caption={`n = ${formats.number(dose.n)} trained people. Dots: mean change${scale.unit && scale.unit !== "money" ? ` in ${scale.unit}` : ""} at the mean use of each group, with ${share} interval; dashed: the same held to go one way only. ${
        slope
          ? `Slope by least squares, HC3 errors, people independent: p ${slope.p < 0.0001 ? "" : "= "}${pText(slope.p)}.`
          : ""
      } Data ${dataVersion.slice(0, 19)}.`}
      description={`Mean change of the trained by how much they used the programme, in ${bins.length} groups.`}
      csv={`${plan.code}-by-${measure}.csv`}
      unit={scale.unit}
      across={{ label: measure === "uses" ? "Uses" : "Minutes of use", from: 0, to: most * 1.05 }}
      holds={[0]}
      zeroLine
      series={[
        {
          id: "monotone",
          label: "Held to go one way",
          arm: "trained",
          shape: "line",
          dashed: true,
          points: bins.map((bin) => ({ x: bin.mean_dose, value: scale.value(bin.monotone) })),
        },
        {
          id: "bins",
          label: "Mean of each group",
          arm: "trained",
          shape: "dots",
          points: bins.map((bin) => ({
            x: bin.mean_dose,
            value: bin.estimate === null ? null : scale.value(bin.estimate),
            band: bin.ci && scale.range(bin.ci),
          })),
        },
      ]}
      table={{
        columns: [
          { id: "from", header: measure === "uses" ? "Uses" : "Minutes" },
          { id: "mean", header: "On average", align: "end" },
          { id: "n", header: "People", align: "end" },
          { id: "change", header: "Change", align: "end" },
          { id: "monotone", header: "Held to go one way", align: "end" },
        ],
        rows,
      }}
    />
  );
}

/** `12 to 17` uses, `25.6 to under 40.4` minutes. */
function doseRange({ measure, bins }: MeasuredDose, at: number, count: (value: number) => string): string {
  const { from, to } = bins[at] ?? { from: 0, to: 0 };
  if (at === bins.length - 1) return from === to ? count(from) : `${count(from)} to ${count(to)}`;
  if (measure === "minutes") return `${count(from)} to under ${count(to)}`;
  return to - 1 <= from ? count(from) : `${count(from)} to ${count(to - 1)}`;
}
