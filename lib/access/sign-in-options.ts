import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { clientAddress } from "@/lib/server/client-address";
import { checkSignIn } from "./check-sign-in";

const shape = z.object({ email: z.string().max(320), password: z.string().max(1000) });
const twelveHours = 12 * 60 * 60;

/** The token names the user and their organisation. Everything else is read from the database with each request. */
export const signInOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: twelveHours },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: async (raw, request) => {
        const input = shape.safeParse(raw);
        if (!input.success) return null;
        return checkSignIn({ ...input.data, address: clientAddress((name) => headerOf(request.headers, name)) });
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { userId: user.id, orgId: user.orgId } : token),
    session: ({ session, token }) => {
      if (!token.userId || !token.orgId) throw new Error("A session without a user");
      return { ...session, user: { userId: token.userId, orgId: token.orgId } };
    },
  },
};

function headerOf(headers: Record<string, unknown> | undefined, name: string): string | null {
  const value = headers?.[name];
  return typeof value === "string" ? value : null;
}
