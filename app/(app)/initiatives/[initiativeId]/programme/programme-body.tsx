import { AnswersSection } from "@/components/programmes/answers-section";
import { FollowUpsSection } from "@/components/programmes/follow-ups-section";
import { PartSection } from "@/components/programmes/part-section";
import { ReviewsSection } from "@/components/programmes/reviews-section";
import { UnclearProcess } from "@/components/programmes/unclear-process";
import type { Viewer } from "@/lib/access/viewer";
import type { Formats } from "@/lib/format/formats";
import { parts } from "@/lib/programmes/kinds";
import type { Programme } from "@/lib/programmes/programme";
import type { ProgrammeView } from "@/lib/programmes/read-programme";
import { readAgendas } from "@/lib/programmes/reviews/read-agendas";
import { isFollowUp } from "@/lib/programmes/template";
import { readUnclearProcess } from "@/lib/programmes/unclear-process";

type Props = { viewer: Viewer; view: ProgrammeView; programme: Programme; formats: Formats };

/** The parts of the ninety days with the answers from data, the reviews, and what is measured again afterwards. */
export async function ProgrammeBody({ viewer, view, programme, formats }: Props) {
  const { initiative, choices, today } = view;
  const [{ lines, answers }, unclear] = await Promise.all([
    readAgendas(viewer, initiative.id),
    readUnclearProcess(viewer, initiative.behaviours),
  ]);
  const own = { initiativeId: initiative.id, programme, choices, today, formats };
  return (
    <>
      {parts.map((part) => (
        <PartSection
          key={part}
          part={part}
          items={programme.items.filter((item) => item.part === part && !isFollowUp(item.key))}
          {...own}
        >
          {part === "days_31_60" ? <UnclearProcess scenarios={unclear} formats={formats} /> : null}
          {part === "days_61_90" && answers ? <AnswersSection answers={answers} formats={formats} /> : null}
        </PartSection>
      ))}
      <ReviewsSection
        reviews={programme.reviews}
        agendas={lines}
        editing={choices !== null}
        today={today}
        formats={formats}
      />
      <FollowUpsSection view={view} />
    </>
  );
}
