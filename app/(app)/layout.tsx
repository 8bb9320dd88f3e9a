import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { themeCookie, themeOf } from "@/components/shell/theme";
import { readOrganisation } from "@/lib/governance/read-organisation";
import { readUser } from "@/lib/governance/read-user";
import { viewerOrSignIn } from "@/lib/server/session";

/** Navigation only. Each page makes its own access check: layouts do not run again on navigation. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const viewer = await viewerOrSignIn();
  const [organisation, user, jar] = await Promise.all([readOrganisation(viewer), readUser(viewer), cookies()]);
  return (
    <Shell
      organisation={organisation}
      user={user ?? { name: "Signed in", email: "" }}
      roles={viewer.roles}
      theme={themeOf(jar.get(themeCookie)?.value)}
    >
      {children}
    </Shell>
  );
}
