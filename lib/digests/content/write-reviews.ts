import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { readDueReviews } from "@/lib/programmes/read-standing";
import { isFollowUp } from "@/lib/programmes/template";
import { readRevisionDesk } from "@/lib/work/revisions/read-revisions";
import { type About, type WriteSection, waits } from "./section-news";
import { decisionsToReview } from "./write-decisions";

/** Reviews of programmes and decisions, and follow-ups of initiatives, nobody has held although the day has come, and content somebody took on and did not finish in time. */
export const writeReviews: WriteSection = async (about) => ({
  title: "Reviews that are overdue",
  href: "/initiatives",
  items: [...(await programmeReviews(about)), ...(await decisionsToReview(about)), ...(await contentToRevise(about))],
  none: "No review is overdue.",
});

async function programmeReviews({ viewer, formats }: About) {
  const due = await readDueReviews(viewer, null);
  return due.map(({ initiativeId, title, kind, dueOn }) => {
    const what = isFollowUp(kind) ? `To be measured again` : "Review of the programme due";
    return waits(`${what} since ${formats.date(dueOn)}: ${title}`, initiativeHref(initiativeId, "programme"));
  });
}

async function contentToRevise({ viewer, formats, today }: About) {
  const { revisions } = await readRevisionDesk(viewer, null);
  return revisions
    .filter(({ overdue }) => overdue)
    .map(({ activity, dueOn }) =>
      waits(`Revision due since ${formats.date(dueOn ?? today)}: ${activity}`, "/work/revisions"),
    );
}
