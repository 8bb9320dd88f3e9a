import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

type AwaitsDataProps = { roles: Viewer["roles"]; title: string; actions?: ReactNode; children: ReactNode };

/** Empty until files are brought in: the way there for whoever may bring them, and whom to ask for everybody else. */
export function AwaitsData({ roles, title, actions, children }: AwaitsDataProps) {
  const mayImport = may(roles, "data.import");
  return (
    <Empty
      title={title}
      actions={
        mayImport ? (
          <>
            {actions}
            <LinkButton href="/data">Open data</LinkButton>
          </>
        ) : (
          actions
        )
      }
    >
      <p>{children}</p>
      {mayImport ? null : <p className="mt-1">Files come in through Data: ask an administrator or the L&amp;D lead.</p>}
    </Empty>
  );
}
