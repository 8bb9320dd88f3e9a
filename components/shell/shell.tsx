import Link from "next/link";
import type { ReactNode } from "react";
import { FormatsProvider } from "@/components/ui/formats-provider";
import { Toaster } from "@/components/ui/toaster";
import { CountOpening } from "@/components/usage/count-opening";
import { roleLabels } from "@/lib/access/role-labels";
import type { Viewer } from "@/lib/access/viewer";
import { formatsFor } from "@/lib/format/formats";
import type { Organisation } from "@/lib/governance/read-organisation";
import type { SignedInUser } from "@/lib/governance/read-user";
import { CommandPalette } from "./command-palette";
import { Mark } from "./mark";
import { MobileNavigation } from "./mobile-navigation";
import { NavLinks } from "./nav-links";
import { destinationsFor } from "./navigation";
import type { Theme } from "./theme";
import { UserMenu } from "./user-menu";

type ShellProps = {
  organisation: Pick<Organisation, "name" | "locale" | "currency" | "notices">;
  user: SignedInUser;
  roles: Viewer["roles"];
  theme: Theme;
  children: ReactNode;
};

/** What stands around every page: where one is, where one can go, who one is. */
export function Shell({ organisation, user, roles, theme, children }: ShellProps) {
  const destinations = destinationsFor(roles);
  return (
    <FormatsProvider locale={organisation.locale} currency={organisation.currency}>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-paper focus:p-3">
        Skip to the content
      </a>
      <header className="screen-only sticky top-0 z-30 border-b border-rule bg-paper">
        <div className="mx-auto flex h-14 max-w-[84rem] items-center gap-2 px-3 sm:px-6">
          <div className="lg:hidden">
            <MobileNavigation destinations={destinations} />
          </div>
          <Link href="/" className="target flex min-w-0 items-center gap-2 font-serif text-lead font-semibold">
            <Mark />
            <span className="max-sm:sr-only">Throughline</span>
          </Link>
          <p className="min-w-0 truncate border-l border-rule pl-3 text-table text-ink-2 max-sm:hidden">
            {organisation.name}
          </p>
          <div className="ml-auto flex items-center gap-1">
            <CommandPalette destinations={destinations} />
            <UserMenu {...user} roles={roles.map((role) => roleLabels[role])} theme={theme} />
          </div>
        </div>
      </header>
      <div className="mx-auto flex max-w-[84rem] gap-8 px-4 sm:px-6">
        <div className="screen-only w-48 shrink-0 border-r border-rule py-8 pr-4 max-lg:hidden">
          <nav aria-label="Main" className="sticky top-22">
            <NavLinks destinations={destinations} />
          </nav>
        </div>
        <div className="flex min-h-[calc(100vh-3.5rem)] min-w-0 flex-1 flex-col print:min-h-0">
          <p className="hidden text-caption text-ink-2 print:block">
            Throughline, {organisation.name}, {formatsFor(organisation).date(new Date())}
          </p>
          <main id="content" tabIndex={-1} className="min-w-0 flex-1 py-6 outline-none sm:py-8">
            {children}
          </main>
          <footer className="border-t border-rule py-4 text-caption text-ink-3">
            <p className="sm:hidden">{organisation.name}</p>
            {organisation.notices.map((notice) => (
              <p key={notice} className="max-w-prose">
                {notice}
              </p>
            ))}
          </footer>
        </div>
      </div>
      <Toaster />
      <CountOpening />
    </FormatsProvider>
  );
}
