import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import type { Formats } from "@/lib/format/formats";
import type { Calibration } from "@/lib/trust/calibrations/calibration";
import { CalibrationResultView } from "./calibration-result";
import { RateForm } from "./rate-form";

export function CalibrationView({ found, formats }: { found: Calibration; formats: Formats }) {
  const { artefact, link, behaviours, state, mayRate, rated } = found;
  const showForm = mayRate && state === "open";
  return (
    <>
      <Section title="The work" id="work">
        {artefact ? <p className="max-w-prose whitespace-pre-wrap border-l-4 border-rule-2 pl-4">{artefact}</p> : null}
        {link ? (
          <p className="mt-2">
            <a className="link break-all" href={link} target="_blank" rel="noreferrer">
              {link}
            </a>
          </p>
        ) : null}
      </Section>
      {rated ? <OwnSection found={found} formats={formats} /> : null}
      {state === "closed" ? <CalibrationResultView found={found} formats={formats} /> : null}
      {showForm ? (
        <Section
          title={rated ? "Change your levels" : "Your levels"}
          id="rate"
          lead="What you see in this piece of work, by yourself. What others gave shows when it closes, in groups only."
        >
          <RateForm id={found.id} behaviours={behaviours} rated={rated} />
        </Section>
      ) : state === "closed" ? null : (
        <Section title="What is rated" id="behaviours">
          <ul className="max-w-prose list-disc space-y-1 pl-5">
            {behaviours.map(({ id, statement, skill }) => (
              <li key={id}>
                {statement} <span className="text-ink-3">{skill}</span>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-ink-2">The result shows when it closes.</p>
        </Section>
      )}
    </>
  );
}

/** The viewer's levels beside what was expected and, once it is closed, beside the others. */
function OwnSection({ found, formats }: { found: Calibration; formats: Formats }) {
  const { behaviours, ownDistance, result } = found;
  const hasExpected = behaviours.some(({ expected }) => expected !== null);
  const others = result.kind === "result" ? new Map(result.behaviours.map((one) => [one.id, one.mean])) : null;
  return (
    <Section title="How you rated it" id="own" lead={ownAnswer(ownDistance, hasExpected, formats)}>
      <FactsTable
        caption="Your levels"
        hideCaption
        columns={[
          { id: "behaviour", header: "Behaviour", rowHeader: true },
          { id: "own", header: "You", align: "end" },
          ...(hasExpected ? [{ id: "expected", header: "Experts", align: "end" as const }] : []),
          ...(others ? [{ id: "others", header: "The others, mean", align: "end" as const }] : []),
        ]}
        rows={behaviours.map(({ id, statement, own, expected }) => ({
          id,
          cells: {
            behaviour: statement,
            own: own?.level ?? null,
            expected,
            others: others?.has(id) ? formats.number(others.get(id) ?? 0, { decimals: 1 }) : null,
          },
        }))}
      />
    </Section>
  );
}

function ownAnswer(distance: number | null, hasExpected: boolean, formats: Formats): string {
  if (distance === null)
    return hasExpected
      ? "Only you see this."
      : "No levels were agreed beforehand: there is nothing to be right about. Only you see this.";
  if (Math.abs(distance) < 0.25) return "On average you are where the experts are. Only you see this.";
  const levels = formats.number(Math.abs(distance), { decimals: 1 });
  return `On average you are ${levels} levels ${distance > 0 ? "above" : "below"} the experts: read the anchors of that level again, or ask why. Only you see this.`;
}
