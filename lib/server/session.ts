import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { may, type Permission } from "@/lib/access/policy";
import { readViewer } from "@/lib/access/read-viewer";
import { signInOptions } from "@/lib/access/sign-in-options";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";

/** Who asks, read afresh once per request: a role taken away is gone with the next click. */
const currentViewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession(signInOptions);
  return session ? readViewer(session.user.orgId, session.user.userId) : null;
});

/** For actions and routes: throws `unauthenticated`. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) throw new DomainError("unauthenticated", "Your session has ended. Sign in again; nothing was changed.");
  return viewer;
}

/** For pages: sends a stranger to the sign-in page, and from there back here. */
export async function viewerOrSignIn(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const from = (await headers()).get("x-throughline-path");
  return redirect(from ? `/sign-in?from=${encodeURIComponent(from)}` : "/sign-in");
}

/** For pages: as `viewerOrSignIn`, and for somebody whose roles lack the permission the page does not exist. */
export async function viewerFor(...anyOf: Permission[]): Promise<Viewer> {
  const viewer = await viewerOrSignIn();
  if (!anyOf.some((permission) => may(viewer.roles, permission))) notFound();
  return viewer;
}
