import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { HandInForm } from "@/components/observe/reviews/hand-in-form";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { readReviewChoices } from "@/lib/observe/reviews/read-peers";
import { viewerFor } from "@/lib/server/session";

export const metadata: Metadata = { title: "Hand in work" };

export default async function HandInPage() {
  const choices = await readReviewChoices(await viewerFor("review.hand-in"), null);
  if (!choices) notFound();
  return (
    <>
      <PageHeader
        title="Hand in work"
        lead="Something you really did: a reply, a plan, a part. Take out what names a customer."
        above={
          <Link href="/reviews" className="link">
            Reviews
          </Link>
        }
      />
      <Missing isAlone={choices.isAlone} behaviours={choices.behaviours.length}>
        <HandInForm choices={choices} />
      </Missing>
    </>
  );
}

function Missing({
  isAlone,
  behaviours,
  children,
}: {
  isAlone: boolean;
  behaviours: number;
  children: React.ReactNode;
}) {
  if (behaviours === 0) {
    return (
      <Empty title="Your role asks for nothing a colleague can see">
        The learning team adds behaviours to a role under Skills, and says who can see them.
      </Empty>
    );
  }
  if (isAlone) {
    return (
      <Empty title="None of your colleagues can sign in yet">
        Reviews go to somebody of your team or role. Ask an administrator to add them as users.
      </Empty>
    );
  }
  return children;
}
