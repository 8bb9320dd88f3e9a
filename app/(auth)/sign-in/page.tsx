import type { Metadata } from "next";
import { Mark } from "@/components/shell/mark";
import { SignInForm } from "@/components/shell/sign-in-form";
import { demoSignIns } from "@/lib/access/demo-sign-ins";
import { returnPath } from "@/lib/access/return-path";
import { roleLabels } from "@/lib/access/role-labels";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { from } = await searchParams;
  const demo = process.env.THROUGHLINE_DEMO === "1" ? demoSignIns : [];
  return (
    <main className="mx-auto grid min-h-screen max-w-5xl content-center gap-x-16 gap-y-10 px-4 py-10 md:grid-cols-2">
      <div>
        <p className="mb-6 flex items-center gap-2 font-serif text-lead font-semibold">
          <Mark size={32} />
          Throughline
        </p>
        <h1 className="text-page">Did learning change what people do at work?</h1>
        <p className="mt-4 max-w-prose text-lead text-ink-2">
          Throughline joins what people learned with what they did and what the business saw, and says with every number
          how strongly it may be claimed.
        </p>
      </div>
      <SignInForm
        to={returnPath(from)}
        demo={demo.map(({ email, password, role }) => ({
          email,
          password,
          label: roleLabels[role],
        }))}
      />
    </main>
  );
}
