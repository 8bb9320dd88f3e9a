import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnswerForm } from "@/components/observe/reviews/answer-form";
import { ReviewRounds } from "@/components/observe/reviews/review-rounds";
import { SendAgain } from "@/components/observe/reviews/send-again";
import { Withdraw } from "@/components/observe/reviews/withdraw";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { readReview } from "@/lib/observe/reviews/read-reviews";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({ params }: PageProps<"/reviews/[personId]/[reviewId]">) {
  const viewer = await viewerFor("review.hand-in");
  const { personId, reviewId } = await params;
  const [review, formats] = await Promise.all([
    readReview(viewer, { personId: idOr404(personId), id: idOr404(reviewId) }),
    viewerFormats(),
  ]);
  const last = review?.rounds[0];
  if (!review || !last) notFound();
  const { part, id, rounds } = review;
  return (
    <>
      <PageHeader
        title={review.title}
        lead={`${review.author}’s work, for ${review.reviewer} to look at`}
        above={
          <Link href="/reviews" className="link">
            Reviews
          </Link>
        }
        actions={
          part === "author" && (last.status === "waiting" || last.status === "redo") ? (
            <Withdraw id={id} round={last.round} />
          ) : null
        }
      />
      {part === "reviewer" && last.status === "waiting" ? (
        <Section title="Your answer">
          <AnswerForm key={last.round} review={review} round={last.round} />
        </Section>
      ) : null}
      {part === "author" && last.status === "redo" ? (
        <Section title="Hand in the changed work" lead={`${review.reviewer} asks for a change: ${last.answer ?? ""}`}>
          <SendAgain id={id} round={last.round} />
        </Section>
      ) : null}
      <Section title={rounds.length > 1 ? "Rounds" : "What was handed in"}>
        <ReviewRounds review={review} formats={formats} />
      </Section>
    </>
  );
}
