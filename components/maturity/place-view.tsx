import { StepLink } from "@/components/capability/step-link";
import { Withheld } from "@/components/ui/states";
import { StatusText } from "@/components/ui/status-text";
import type { Viewer } from "@/lib/access/viewer";
import type { Formats } from "@/lib/format/formats";
import type { Criterion } from "@/lib/maturity/criteria";
import type { MaturityPlace } from "@/lib/maturity/maturity";
import { stepFor } from "@/lib/maturity/next-steps";
import { criterionName, levelMeanings, levelNames, measuredText } from "./words";

type PlaceViewProps = { place: MaturityPlace; roles: Viewer["roles"]; minimum: number; formats: Formats };

/** What one place's level is made of: every criterion as counted, what is missing, and the least work that would help. */
export function PlaceView({ place: { shown }, roles, minimum, formats }: PlaceViewProps) {
  if (shown.kind === "withheld") return <Withheld minimum={minimum} />;
  const { level, since, before, criteria, cheapest, people } = shown;
  const known = since
    ? ` Since ${formats.date(since)}${before === null ? ", when it was first looked at" : `; level ${before} before`}.`
    : "";
  return (
    <>
      <p className="mb-6 max-w-prose text-lead">
        Level {level}: {levelNames[level].toLowerCase()}, {formats.number(people)} people.{known}{" "}
        {cheapest ? (
          <>
            The cheapest next step:{" "}
            <StepLink step={cheapest} roles={roles}>
              {cheapest.does.charAt(0).toLowerCase() + cheapest.does.slice(1)}
            </StepLink>{" "}
            (about {formats.number(cheapest.hours)} {cheapest.hours === 1 ? "hour" : "hours"}).
          </>
        ) : (
          "Nothing is missing."
        )}
      </p>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {([1, 2, 3, 4] as const).map((one) => (
          <LevelList
            key={one}
            level={one}
            roles={roles}
            criteria={criteria.filter((each) => each.level === one)}
            formats={formats}
          />
        ))}
      </div>
    </>
  );
}

type LevelListProps = {
  level: 1 | 2 | 3 | 4;
  roles: Viewer["roles"];
  criteria: readonly Criterion[];
  formats: Formats;
};

function LevelList({ level, roles, criteria, formats }: LevelListProps) {
  return (
    <div>
      <h3 className="text-lead">
        {level}. {levelNames[level]}
      </h3>
      <p className="mb-2 text-table text-ink-2">{levelMeanings[level]}</p>
      <ul className="divide-y divide-rule border-t border-rule text-table">
        {criteria.map(({ id, met, measured }) => (
          <li key={id} className="grid gap-x-4 py-2 sm:grid-cols-[6rem_1fr]">
            <StatusText status={met ? "pass" : "waiting"}>{met ? "Met" : "Missing"}</StatusText>
            <div>
              <p>{criterionName(id)}</p>
              <p className="text-ink-2 tabular-nums">
                {measuredText(measured, formats)}
                {met ? null : (
                  <>
                    {". "}
                    <StepLink step={stepFor(id)} roles={roles}>
                      {stepFor(id).does}
                    </StepLink>
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
