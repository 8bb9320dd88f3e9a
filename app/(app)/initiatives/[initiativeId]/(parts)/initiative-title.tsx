import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";

type InitiativeTitleProps = { title: string; lead: ReactNode; actions: ReactNode };

/** What a page of an initiative opens with, a draft or not. */
export function InitiativeTitle(props: InitiativeTitleProps) {
  return (
    <PageHeader
      above={
        <Link className="link" href="/initiatives">
          Initiatives
        </Link>
      }
      {...props}
    />
  );
}
