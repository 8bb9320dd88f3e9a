import { readDueReviews } from "@/lib/programmes/read-standing";
import { readRevisionDesk } from "@/lib/work/revisions/read-revisions";
import { type About, type WriteSection, waits } from "./section-news";
import { decisionsToReview } from "./write-decisions";

/** Reviews of programmes and decisions nobody has held although the day has come, and content somebody took on and did not finish in time. */
export const writeReviews: WriteSection = async (about) => ({
  title: "Reviews that are overdue",
  href: "/initiatives",
  items: [...(await programmeReviews(about)), ...(await decisionsToReview(about)), ...(await contentToRevise(about))],
  none: "No review is overdue.",
});

async function programmeReviews({ viewer, formats }: About) {
  const due = await readDueReviews(viewer, null);
  return due.map(({ initiativeId, title, dueOn }) =>
    waits(
      `Review of the programme due since ${formats.date(dueOn)}: ${title}`,
      `/initiatives/${initiativeId}/programme`,
    ),
  );
}

async function contentToRevise({ viewer, formats, today }: About) {
  const { revisions } = await readRevisionDesk(viewer, null);
  return revisions
    .filter(({ overdue }) => overdue)
    .map(({ activity, dueOn }) =>
      waits(`Revision due since ${formats.date(dueOn ?? today)}: ${activity}`, "/work/revisions"),
    );
}
