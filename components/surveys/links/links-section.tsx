import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { GroupChoice } from "@/lib/surveys/links/read-group-choices";
import type { Survey } from "@/lib/surveys/results/read-survey";
import { PersonalLinks } from "./personal-links";
import { RevokeLinks } from "./revoke-links";
import { SharedLink } from "./shared-link";

type Props = {
  survey: Pick<Survey, "id" | "title" | "isAnonymous" | "state" | "sharedLinks" | "personal">;
  groups: GroupChoice[];
  formats: Formats;
};

/** The ways in, for whoever may make them. That one was used is told of none. */
export function LinksSection({ survey, groups, formats }: Props) {
  const { id, title, isAnonymous, state, sharedLinks, personal } = survey;
  const isOver = state === "closed";
  return (
    <Section
      title="Links"
      id="links"
      lead="People answer by a link, without an account. Which links were used is not told."
      actions={
        isOver ? null : (
          <>
            <SharedLink surveyId={id} />
            <PersonalLinks surveyId={id} title={title} groups={groups} isAnonymous={isAnonymous} />
          </>
        )
      }
    >
      {sharedLinks.length === 0 && personal.people === 0 ? (
        <Empty title="No link yet">
          {isOver ? "It was closed without one." : "Nobody can answer by themselves before you make one."}
        </Empty>
      ) : (
        <ul className="space-y-2">
          {sharedLinks.map(({ id: linkId, mostAnswers, madeOn, isRevoked }) => (
            <li key={linkId} className="flex flex-wrap items-baseline gap-x-4">
              <span>
                Shared link of {formats.date(madeOn)}, good for {formats.number(mostAnswers)} answers
                {isRevoked ? ", revoked" : ""}
              </span>
              {isRevoked || isOver ? null : (
                <RevokeLinks surveyId={id} which={linkId} what={`the shared link of ${formats.date(madeOn)}`} />
              )}
            </li>
          ))}
          {personal.people > 0 ? (
            <li className="flex flex-wrap items-baseline gap-x-4">
              <span>
                Personal links for {formats.number(personal.people)} people
                {personal.working < personal.people ? `, ${formats.number(personal.working)} of them not revoked` : ""}
              </span>
              {personal.working === 0 || isOver ? null : (
                <RevokeLinks surveyId={id} which="personal" what="all personal links" />
              )}
            </li>
          ) : null}
        </ul>
      )}
    </Section>
  );
}
