import type { Metadata } from "next";
import { ReviewList } from "@/components/observe/reviews/review-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { readReviews } from "@/lib/observe/reviews/read-reviews";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Reviews" };

export default async function ReviewsPage() {
  const viewer = await viewerFor("review.hand-in");
  const [lists, formats] = await Promise.all([readReviews(viewer, null), viewerFormats()]);
  return (
    <>
      <PageHeader
        title="Reviews"
        lead="Real work, looked at by a colleague. Only the author, the reviewer, the author’s manager and whoever they report to see it. What the reviewer says of a behaviour counts as evidence of a skill, never for appraisal or pay."
        actions={
          lists ? (
            <>
              <LinkButton href="/reviews/self">How I see myself</LinkButton>
              <LinkButton href="/reviews/new" look="primary">
                Hand in work
              </LinkButton>
            </>
          ) : null
        }
      />
      {lists ? (
        <>
          <Section title="Waiting for me">
            <ReviewList lines={lists.waiting} formats={formats} empty="Nobody waits for your answer." />
          </Section>
          <Section title="Mine">
            <ReviewList
              lines={lists.mine}
              formats={formats}
              empty="Nothing of yours is being looked at. Hand in a piece of work you did."
            />
          </Section>
          <Section title="Done">
            <ReviewList lines={lists.done} formats={formats} empty="No review has ended yet." />
          </Section>
        </>
      ) : (
        <Empty title="Your sign-in is not tied to an employee record">
          So you have no colleagues here to review with. Ask an administrator to tie it to your employee ID.
        </Empty>
      )}
    </>
  );
}
