import { Disclosure } from "@/components/ui/disclosure";
import type { Formats } from "@/lib/format/formats";
import { checkName } from "@/lib/initiatives/words";
import type { Registration } from "@/lib/plans/read-registration";

/** What was frozen, so that nobody need take our word for what was promised. */
export function RegistrationNote({ registration, formats }: { registration: Registration | null; formats: Formats }) {
  if (!registration)
    return <p className="max-w-prose text-ink-2">Cohort and baseline of this plan were never frozen.</p>;
  const { at, by, people, planHash, cohortHash, baselineHash } = registration;
  const hashes = [
    ["Plan", planHash],
    ["Cohort", cohortHash],
    ["Baseline", baselineHash],
  ] as const;
  return (
    <div className="mb-6">
      <p className="max-w-prose">
        The cohort of {formats.number(people)} people and their baseline were frozen on {formats.moment(at)}
        {by ? ` by ${by}, who registered the plan` : " when the study was brought in"}. What has changed since is
        counted in the check “{checkName("baseline_locked")}”.
      </p>
      <Disclosure summary="Fingerprints of what was frozen" className="mt-2">
        <dl className="text-caption text-ink-3">
          {hashes.map(([name, hash]) => (
            <div key={name} className="grid grid-cols-[5rem_1fr] gap-x-3">
              <dt>{name}</dt>
              <dd className="min-w-0 break-all">sha256:{hash}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
