import Link from "next/link";
import { may, type Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

type StepLinkProps = { step: { href: string; needs: Permission }; roles: Viewer["roles"]; children: string };

/** What would help: a link for whoever may open the page it is done on, words for the others. */
export function StepLink({ step: { href, needs }, roles, children }: StepLinkProps) {
  if (!may(roles, needs)) return children;
  return (
    <Link className="link" href={href}>
      {children}
    </Link>
  );
}
